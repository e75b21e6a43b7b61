/** The answers to a client, to the letter: the first five are the specification's own. */
export const status = {
  success: "SUCCESS",
  doesNotExist: "FILE DOES NOT EXIST",
  alreadyDeleted: "FILE ALREADY DELETED",
  sameName: "FILE WITH THE SAME NAME ALREADY EXISTS",
  deletedNotUpdated: "DELETED FILE CANNOT BE UPDATED",
  /** A uuid keeps the name under which it was created. */
  notRenamed: "FILE CANNOT BE RENAMED",
  /** Quorum: the replica holds a newer version than the one that the client made. */
  newerExists: "NEWER VERSION EXISTS",
  badName: "NAME NOT ALLOWED",
  tooLarge: "CONTENT TOO LARGE",
  badUuid: "NOT A UUID",
  badVersion: "VERSION NOT ALLOWED",
} as const;

export type Status = (typeof status)[keyof typeof status];
