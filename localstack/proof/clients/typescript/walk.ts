// One applicant's life with nothing but the generated client, fetch, and the pre-signed URLs. It runs as it is in
// Node.js and in the page of another origin.
import {
  ApplicationsApi,
  BookingApi,
  Configuration,
  DocumentsApi,
  OfficesApi,
  RegistrationFromJSON,
  ResponseError,
  type Application,
} from "./client/index.js";

/** What a test gives: where everything is, who applies, and a picture for every paper. */
export interface Errand {
  api: string;
  sandbox: string;
  token: string;
  registration: unknown;
  sessionId: string;
  pictureBase64: string;
}

/** What a test looks at afterwards. */
export interface Report {
  id: string;
  registeredAs: string;
  validityYears: number;
  uploads: number[];
  offices: number;
  seenFree: number;
  heldState: string | undefined;
  billingCode: string | undefined;
  status: string;
  version: number;
  etag: string | null;
  askAgainAfter: string | null;
  unchanged: number;
  refusal: { status: number; type: string };
}

const MOST_LOOKS = 120;

export async function walk(errand: Errand): Promise<Report> {
  const configuration = new Configuration({ basePath: errand.api, accessToken: errand.token });
  const applications = new ApplicationsApi(configuration);
  const documents = new DocumentsApi(configuration);
  const booking = new BookingApi(configuration);
  const offices = new OfficesApi(configuration);

  const registered = await applications.register({
    registration: RegistrationFromJSON(errand.registration),
    idempotencyKey: `walk-${crypto.randomUUID()}`,
  });
  const id = registered.id;

  const picture = Uint8Array.from(atob(errand.pictureBase64), (c) => c.charCodeAt(0));
  const sha256 = base64(await crypto.subtle.digest("SHA-256", picture));
  const uploads: number[] = [];
  for (const paper of registered.documents.filter((it) => it.required)) {
    const declared = await documents.declareDocument({
      id,
      documentDeclaration: { kind: paper.kind, contentType: "image/jpeg", size: picture.length, sha256 },
    });
    const upload = declared.upload!;
    const stored = await fetch(upload.url, { method: upload.method, headers: upload.headers, body: picture });
    uploads.push(stored.status);
  }
  await until(applications, id, "READY");

  const [office = "", date = ""] = errand.sessionId.split(".");
  const page = await offices.listOffices({});
  const availability = await offices.getAvailability({ officeId: office, month: date.slice(0, 7) });
  const session = availability.days.flatMap((day) => day.sessions).find((it) => it.id === errand.sessionId);

  const held = await booking.book({ id, bookingRequest: { sessionId: errand.sessionId } });
  const bill = await booking.getBill({ id });
  const paid = await fetch(`${errand.sandbox}/sandbox/aggregators/standard/payments`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ billingCode: bill.billingCode }),
  });
  if (!paid.ok) throw new Error(`paying: ${paid.status}`);
  const confirmed = await until(applications, id, "CONFIRMED");

  const last = await applications.getApplicationRaw({ id });
  const etag = last.raw.headers.get("ETag");
  return {
    id,
    registeredAs: registered.status,
    validityYears: registered.passport.validityYears,
    uploads,
    offices: page.items.length,
    seenFree: session?.free ?? -1,
    heldState: held.booking?.state,
    billingCode: held.bill?.billingCode,
    status: confirmed.status,
    version: confirmed.version,
    etag,
    askAgainAfter: last.raw.headers.get("Retry-After"),
    unchanged: await refused(applications.getApplication({ id, ifNoneMatch: etag ?? "" })).then((it) => it.status),
    refusal: await refused(booking.giveBack({ id })),
  };
}

async function until(applications: ApplicationsApi, id: string, status: string): Promise<Application> {
  for (let look = 0; look < MOST_LOOKS; look++) {
    const answer = await applications.getApplicationRaw({ id });
    const application = await answer.value();
    if (application.status === status) return application;
    const seconds = Number(answer.raw.headers.get("Retry-After"));
    if (!(seconds > 0)) throw new Error("the answer does not say when to look again");
    await new Promise((resolve) => setTimeout(resolve, Math.min(seconds, 1) * 1000));
  }
  throw new Error(`the application did not become ${status}`);
}

/** The answer that the client makes an error of. */
async function refused(call: Promise<unknown>): Promise<{ status: number; type: string }> {
  try {
    await call;
    return { status: 200, type: "" };
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error;
    const text = await error.response.text();
    return { status: error.response.status, type: text === "" ? "" : JSON.parse(text).type };
  }
}

function base64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
