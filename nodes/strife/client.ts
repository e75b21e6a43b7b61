/**
 * One user's client of the gateway. What it can't send it queues, and `send` or `shell` send it
 * later with the same keys. A password is the next line of stdin, which a terminal does not show.
 * Ends with exit 0 when done or queued, 1 when it was refused, 64 on bad usage, 69 when the gateway
 * can't be reached.
 *
 *   bun scripts/certs.ts --role client alice
 *   echo alice-secret | bun nodes/strife/client.ts --id alice --tls mutual login
 *   bun nodes/strife/client.ts --id alice --tls mutual pay north/1001 south/2002 250
 */
import { flag, UsageError } from "../host/flags.ts";
import { RpcError } from "../host/rpc-error.ts";
import { type ClientContext, runClient } from "../host/run-client.ts";
import { type Act, passwordCommands, Shell } from "./client-shell.ts";
import { Payer } from "./payer.ts";
import type { QueuedPayment } from "./payment-queue.ts";

const clientFlags = {
  gateway: flag.address("where the gateway is", "localhost:7000"),
  timeoutMs: flag.duration("how long an attempt may take", {
    minMs: 10,
    maxMs: 60_000,
    fallbackMs: 5_000,
  }),
  probeMs: flag.duration("how often to look for the gateway while payments wait, at the least", {
    minMs: 50,
    maxMs: 600_000,
    fallbackMs: 5_000,
  }),
};

type Context = ClientContext<typeof clientFlags>;

const usages = [
  { usage: "register [accounts...]", description: "makes your user, with accounts at banks" },
  { usage: "login", description: "begins a session; the password is read from stdin" },
  { usage: "logout", description: "ends the session" },
  { usage: "balance <account>", description: "such as north/1001" },
  { usage: "pay <payer> <payee> <amount>", description: "in minor units" },
  { usage: "history", description: "your payments, the newest first" },
  { usage: "queue", description: "the payments that wait to be sent" },
  { usage: "send", description: "sends what waits" },
  { usage: "add-user <user> <role>", description: "for administrators; password from stdin" },
  { usage: "add-account <account> <owner> <balance>", description: "for administrators" },
  {
    usage: "shell",
    description: "takes these commands from stdin, and sends what waits by itself",
  },
];

async function run(context: Context): Promise<number> {
  const { host, options, command, print } = context;
  let shell: Shell | undefined;
  const payer = await Payer.open(host, {
    gateway: options.gateway,
    attemptTimeoutMs: options.timeoutMs,
    probeMs: options.probeMs,
    onSettled: (payment) => print(describe(payment)),
    onSessionEnd: () => shell?.askToLogIn(),
  });
  const act: Act = (words, password) => perform(context, payer, words, password);
  try {
    if (command === "shell") {
      print(usages.map(({ usage }) => usage).join("\n"));
      shell = new Shell(context, payer, act);
      return await shell.run();
    }
    const words = [command, ...context.arguments.flat().filter((word) => word !== undefined)];
    return await once(context, payer, words, act);
  } finally {
    payer.close();
  }
}

/** Where somebody can be asked for a password, an ended session is begun anew on the way. */
async function once(
  context: Context,
  payer: Payer,
  words: readonly string[],
  act: Act,
): Promise<number> {
  const [command = ""] = words;
  if (passwordCommands.has(command))
    return await act(words, await context.readSecret("password: "));
  const logIn = async () => {
    const prompt = `Your session has ended. Password of ${context.host.id}: `;
    await payer.logIn(context.host.id, await context.readSecret(prompt));
  };
  try {
    const code = await act(words, "");
    if (!context.isTerminal || !payer.needsLogIn || payer.waiting.length === 0) return code;
  } catch (error) {
    const isOver = error instanceof RpcError && error.code === "UNAUTHENTICATED";
    if (!isOver || !context.isTerminal) throw error;
    await logIn();
    return await act(words, "");
  }
  await logIn();
  return (await payer.sendAll()) ? 0 : 1;
}

async function perform(
  { host, print, options: { json } }: Context,
  payer: Payer,
  [command = "", ...words]: readonly string[],
  password: string,
): Promise<number> {
  const { gateway, options } = payer;
  const [first = "", second = "", third = ""] = words;
  const show = (value: object, text: string) => print(json ? JSON.stringify(value) : text);
  switch (command) {
    case "register":
      await gateway.register({ password, accounts: [...words] }, options);
      show({ registered: host.id }, `registered ${host.id}`);
      return 0;
    case "login":
      await payer.logIn(host.id, password);
      show({ loggedIn: host.id }, `logged in as ${host.id}`);
      return 0;
    case "logout":
      await payer.logOut();
      show({ loggedOut: host.id }, "logged out");
      return 0;
    case "balance": {
      const balance = await gateway.getBalance({ account: first }, options);
      show(balance, `${first}: ${balance.balance}, of which ${balance.available} available`);
      return 0;
    }
    case "pay": {
      const payment = await payer.pay(first, second, third);
      if (payment.state === "waiting") show(payment, `queued as ${payment.key}`);
      return payment.state === "refused" ? 1 : 0;
    }
    case "history": {
      const { payments } = await gateway.listPayments({ limit: 100 }, options);
      for (const { payer, payee, amount, state } of payments) {
        show({ payer, payee, amount, state }, `${payer} → ${payee}  ${amount}  ${state}`);
      }
      return 0;
    }
    case "queue":
      for (const payment of payer.waiting) show(payment, describe(payment));
      return 0;
    case "send":
      return (await payer.sendAll()) ? 0 : 1;
    case "add-user":
      await gateway.addUser({ user: first, password, role: second }, options);
      return 0;
    case "add-account":
      await gateway.addAccount({ account: first, owner: second, balance: third }, options);
      return 0;
    default:
      throw new UsageError(`There is no command ${command}.`);
  }
}

function describe({ key, payer, payee, amount, state, reason }: QueuedPayment): string {
  return `${state}${reason === "" ? "" : ` (${reason})`}: ${payer} → ${payee} ${amount}  ${key}`;
}

if (import.meta.main) {
  await runClient({
    script: "nodes/strife/client.ts",
    summary: "Pays through the gateway as the user whom --id and its certificate name.",
    flags: clientFlags,
    commands: usages,
    run,
  });
}
