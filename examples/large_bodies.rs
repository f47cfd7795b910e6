//! Measures the peak memory of the process while it sends and receives large bodies.
//!
//! Run it with `cargo run -p examples --release --all-features --example large_bodies -- 1024`. The argument is the
//! number of MiB of each body (default: 64). It calls a stand-in server in the same process. It runs on Linux only,
//! since it reads the memory from `/proc`.
//!
//! Reading the result: each row is a way to send or receive a body without having all of it in memory, with the peak
//! up to its end. The line `result` is the growth of the peak. It does not depend on the size of the bodies; more than
//! 32 MiB is a failure.
//!
//! Next: the guide's chapter on uploads and downloads:
//! `cargo doc --open --no-deps --all-features --package pivotal-runtime`.

#![allow(clippy::print_stdout, reason = "examples print their results")]

use std::convert::Infallible;
use std::error::Error as StdError;
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::stream;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full, StreamBody};
use hyper::body::{Frame, Incoming};
use pivotal_runtime::http::header::{CONTENT_ENCODING, HeaderValue};
use pivotal_runtime::http::{Method, Request, Response};
#[cfg(feature = "blocking")]
use pivotal_runtime::{BlockingTransport, blocking};
use pivotal_runtime::{Body, Bytes, Client, Error, Lines, Transport, endpoint};
use serde::{Deserialize, Serialize};
use stand_in::server::Server;
#[cfg(feature = "compression")]
use tokio::io::AsyncWriteExt;
#[cfg(feature = "blocking")]
use tokio::task::spawn_blocking;

const MIB: u64 = 1 << 20;

/// The number of bytes of a line.
const LINE: u64 = 1024;

/// The number of bytes by which the memory may grow.
const MAX_GROWTH: u64 = 32 * MIB;

#[derive(Serialize, Deserialize)]
struct Record {
    id: u64,
    text: String,
}

trait Storage: Transport {
    /// Returns the number of bytes that the server has received.
    #[endpoint(PUT, "/object", stream = content)]
    async fn put(&self, content: Body) -> Result<u64, Error>;

    #[endpoint(PUT, "/records", stream = records)]
    async fn put_records(&self, records: Lines<Record>) -> Result<u64, Error>;

    #[endpoint(GET, "/object?<mib>")]
    async fn object(&self, mib: u64) -> Result<Body, Error>;

    #[endpoint(GET, "/records?<mib>")]
    async fn records(&self, mib: u64) -> Result<Lines<Record>, Error>;

    #[endpoint(GET, "/compressed?<mib>")]
    async fn compressed(&self, mib: u64) -> Result<Body, Error>;
}
impl<T: Transport> Storage for T {}

#[cfg(feature = "blocking")]
trait BlockingStorage: BlockingTransport {
    #[endpoint(PUT, "/object", stream = content)]
    fn put(&self, content: Body) -> Result<u64, Error>;

    #[endpoint(GET, "/object?<mib>")]
    fn object(&self, mib: u64) -> Result<Body, Error>;
}
#[cfg(feature = "blocking")]
impl<T: BlockingTransport> BlockingStorage for T {}

#[tokio::main]
async fn main() -> Result<(), Box<dyn StdError>> {
    let mib: u64 = std::env::args().nth(1).map_or(Ok(64), |mib| mib.parse())?;
    let hour = Duration::from_secs(3600);
    let server = start_server().await?;
    println!("stand-in server of a storage at {}\n", server.url());
    let builder = || Client::builder().base_url(server.url()).timeout(hour).attempt_timeout(hour);
    let client = builder().build()?;
    let file = std::env::temp_dir().join(format!("large_bodies-{}", std::process::id()));
    write_file(&file, mib)?;

    let start = memory("VmRSS:")?;
    println!("{mib} MiB in each body; {} KiB of memory in use at the start", start / 1024);
    println!("{:<24}  {:>7}  {:>10}", "body", "seconds", "peak");
    let sent = measure("sent from a stream", client.put(pieces(mib))).await;
    let sent_file = measure("sent from a file", client.put(content(&file)?)).await;
    std::fs::remove_file(&file)?;
    let (sent, sent_file) = (sent?, sent_file?);
    let sent_records = measure("sent as lines", client.put_records(records(mib))).await?;
    let received = measure("received", async { length(client.object(mib).await?).await }).await?;
    let received_records = measure("received as lines", count(&client, mib)).await?;
    let mut lengths = vec![sent, sent_file, sent_records, received, received_records * LINE];
    if cfg!(feature = "compression") {
        lengths.push(measure("received compressed", async { length(client.compressed(mib).await?).await }).await?);
    }
    #[cfg(feature = "blocking")]
    lengths.extend(measure_blocking(blocking::Client::new(builder())?, mib).await?);

    if lengths.iter().any(|length| *length != mib * MIB) {
        return Err(format!("incomplete: {lengths:?} bytes").into());
    }
    let growth = memory("VmHWM:")?.saturating_sub(start);
    println!(
        "\nresult: the peak grew by {} KiB; at most 32768 KiB are allowed, whatever the size of the bodies",
        growth / 1024
    );
    if growth > MAX_GROWTH {
        return Err("the memory grew by more than 32 MiB".into());
    }
    println!("next: cargo doc --open --no-deps --all-features --package pivotal-runtime, for the guide");
    Ok(())
}

/// Runs one step, and prints its time and the peak memory of the process up to its end.
async fn measure(name: &str, step: impl Future<Output = Result<u64, Error>>) -> Result<u64, Box<dyn StdError>> {
    let started = Instant::now();
    let length = step.await?;
    println!("{name:<24}  {:>7.1}  {:>6} KiB", started.elapsed().as_secs_f64(), memory("VmHWM:")? / 1024);
    Ok(length)
}

/// Sends and receives with a client that blocks.
#[cfg(feature = "blocking")]
async fn measure_blocking(client: blocking::Client, mib: u64) -> Result<[u64; 2], Box<dyn StdError>> {
    let sending = client.clone();
    let sent = spawn_blocking(move || sending.put(pieces(mib)));
    let sent = measure("sent, blocking", async { sent.await.map_err(Error::transport)? }).await?;
    let received = spawn_blocking(move || {
        let mut reader = client.object(mib)?.blocking_reader();
        io::copy(&mut reader, &mut io::sink()).map_err(Error::transport)
    });
    let received = measure("received, blocking", async { received.await.map_err(Error::transport)? }).await?;
    Ok([sent, received])
}

/// Returns a body from pieces of 64 KiB.
fn pieces(mib: u64) -> Body {
    let piece = Bytes::from(vec![b'a'; 64 * 1024]);
    let pieces = (0..16 * mib).map(move |_| Ok(piece.clone()));
    Body::from_stream(stream::iter(pieces), Some(mib * MIB))
}

/// Returns a body from the content of a file.
fn content(path: &Path) -> io::Result<Body> {
    let file = std::fs::File::open(path)?;
    let length = file.metadata()?.len();
    let pieces = stream::unfold(file, async |mut file| {
        let mut piece = vec![0; 64 * 1024];
        match file.read(&mut piece) {
            Ok(0) => None,
            Ok(length) => {
                piece.truncate(length);
                Some((Ok(piece.into()), file))
            }
            Err(error) => Some((Err(Error::transport(error)), file)),
        }
    });
    Ok(Body::from_stream(pieces, Some(length)))
}

fn write_file(path: &Path, mib: u64) -> io::Result<()> {
    let mut file = std::fs::File::create(path)?;
    let piece = vec![b'a'; 1 << 20];
    (0..mib).try_for_each(|_| file.write_all(&piece))
}

/// Returns a record whose line has the length of all lines.
fn record() -> Record {
    let text = |length| Record { id: 1, text: "a".repeat(length) };
    let rest = serde_json::to_string(&text(0)).map_or(0, |line| line.len() + 1);
    text(usize::try_from(LINE).unwrap_or_default() - rest)
}

fn records(mib: u64) -> Lines<Record> {
    Lines::from_stream(stream::iter((0..mib * MIB / LINE).map(|_| Ok(record()))))
}

async fn length(mut body: Body) -> Result<u64, Error> {
    let mut length = 0;
    while let Some(chunk) = body.chunk().await? {
        length += chunk.len() as u64;
    }
    Ok(length)
}

async fn count(client: &impl Storage, mib: u64) -> Result<u64, Error> {
    let mut records = client.records(mib).await?;
    let mut count = 0;
    while let Some(record) = records.next().await {
        count += record?.id;
    }
    Ok(count)
}

/// One MiB of each response.
struct Blocks {
    object: Bytes,
    records: Bytes,
    compressed: Bytes,
}

/// Starts the server.
async fn start_server() -> Result<Server, Box<dyn StdError>> {
    let object = vec![b'a'; 1 << 20];
    let line = serde_json::to_string(&record())? + "\n";
    let records = line.repeat(object.len() / line.len());
    #[cfg(feature = "compression")]
    let compressed = compress(&object).await?.into();
    #[cfg(not(feature = "compression"))]
    let compressed = Bytes::new();
    let blocks = Arc::new(Blocks { object: object.into(), records: records.into(), compressed });
    Ok(Server::start_streaming(move |request| respond(request, Arc::clone(&blocks))).await?)
}

#[cfg(feature = "compression")]
async fn compress(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = async_compression::tokio::write::GzipEncoder::new(Vec::new());
    encoder.write_all(bytes).await?;
    encoder.shutdown().await?;
    Ok(encoder.into_inner())
}

/// Responds to a PUT with the length of its body, and to a GET with a block for each MiB.
async fn respond(
    mut request: Request<Incoming>,
    blocks: Arc<Blocks>,
) -> Result<Response<UnsyncBoxBody<Bytes, Infallible>>, hyper::Error> {
    if request.method() == Method::PUT {
        let mut length = 0;
        while let Some(frame) = request.body_mut().frame().await {
            length += frame?.data_ref().map_or(0, |piece| piece.len() as u64);
        }
        return Ok(Response::new(Full::from(length.to_string()).boxed_unsync()));
    }
    let block = match request.uri().path() {
        "/compressed" => blocks.compressed.clone(),
        "/records" => blocks.records.clone(),
        _ => blocks.object.clone(),
    };
    let mib: u64 = request.uri().query().and_then(|query| query.strip_prefix("mib=")?.parse().ok()).unwrap_or_default();
    let pieces = (0..mib).map(move |_| Ok(Frame::data(block.clone())));
    let mut response = Response::new(StreamBody::new(stream::iter(pieces)).boxed_unsync());
    if request.uri().path() == "/compressed" {
        response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    Ok(response)
}

/// Returns a value in bytes from the status of this process.
fn memory(name: &str) -> Result<u64, Box<dyn StdError>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)).ok_or("no such line")?;
    let kib: u64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kib * 1024)
}
