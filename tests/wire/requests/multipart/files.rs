//! Files as parts and as bodies.

use std::error::Error;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use pivotal_runtime::{Body, Multipart, Part, Transport, endpoint};

use super::{Files, upload};
use crate::support::server::request_of;
use crate::support::staged::{Connection, StagedServer};

trait Uploads: Transport {
    #[endpoint(PUT, "/file", stream = content, response = ())]
    async fn put(&self, content: Option<Body>);
}
impl<T: Transport> Uploads for T {}

/// A folder that is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("pivotal-files-{}-{number}", std::process::id()));
        fs::create_dir(&folder).unwrap();
        Self(folder)
    }

    fn file(&self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, content).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[tokio::test]
async fn file_is_a_part_with_its_name_and_length() {
    let folder = Folder::new();
    let content: Vec<u8> = (0..=255).cycle().take(300_000).collect();
    let path = folder.file("Zoë \"1\".bin", &content);
    let form = Multipart::new().text("a", "b").part("file", Part::from_path(&path).unwrap());
    let (b, received) = upload(form).await;
    let head = format!(
        "--{b}\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n\
         --{b}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Zoë %221%22.bin\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    );
    let end = format!("\r\n--{b}--\r\n");
    assert!(received.body == [head.as_bytes(), &content, end.as_bytes()].concat());
}

#[tokio::test]
async fn media_type_and_name_of_a_file_can_be_set() {
    let folder = Folder::new();
    let part = Part::from_path(folder.file("a.bin", "x")).unwrap().content_type("text/plain").file_name("b.txt");
    let (_, received) = upload(Multipart::new().part("file", part)).await;
    let body = String::from_utf8(received.body).unwrap();
    assert!(body.contains("filename=\"b.txt\"\r\nContent-Type: text/plain\r\n\r\nx\r\n"), "{body}");
}

#[tokio::test]
async fn file_is_a_body() {
    let folder = Folder::new();
    for content in [String::new(), "x".to_owned(), "0123456789".repeat(50_000)] {
        let body = Body::from_path(folder.file("a", &content)).unwrap();
        assert_eq!(body.len(), Some(content.len() as u64));
        let received = request_of(async |api| api.put(Some(body)).await).await;
        assert_eq!(received.headers("content-length"), [content.len().to_string()]);
        assert_eq!(received.headers("content-type"), ["application/octet-stream"]);
        assert!(received.body == content.as_bytes());
    }
}

#[test]
fn missing_file_and_folder_are_rejected_at_once() {
    let folder = Folder::new();
    let missing = folder.0.join("missing");
    assert_eq!(Body::from_path(&missing).unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(Part::from_path(&missing).unwrap_err().kind(), ErrorKind::NotFound);
    let error = Body::from_path(&folder.0).unwrap_err();
    // Windows does not open folders.
    assert!([ErrorKind::IsADirectory, ErrorKind::PermissionDenied].contains(&error.kind()), "{error:?}");
}

/// Returns the last source of an error.
fn cause(error: &dyn Error) -> String {
    error.source().map_or_else(|| error.to_string(), cause)
}

/// The length is that of the file when it was opened. It is checked at the end of a chunk, too.
#[tokio::test]
async fn file_that_changes_fails_the_call() {
    let folder = Folder::new();
    for (len, changed_len, message) in [
        (5, 4, "the file became shorter"),
        (5, 10, "the file became longer"),
        (64 * 1024, 64 * 1024 + 1, "the file became longer"),
        (5, 0, "the file became shorter"),
    ] {
        let path = folder.file("a", "x".repeat(len));
        let (body, part) = (Body::from_path(&path).unwrap(), Part::from_path(&path).unwrap());
        fs::File::options().write(true).open(&path).unwrap().set_len(changed_len).unwrap();
        let server = StagedServer::start(Connection::read_to_end);
        let error = server.client().put(Some(body)).await.unwrap_err();
        assert_eq!(cause(&error), message);
        server.finish();
        let server = StagedServer::start(Connection::read_to_end);
        let error = server.client().upload(Multipart::new().part("a", part)).await.unwrap_err();
        assert_eq!(cause(&error), message);
        assert!(!String::from_utf8(server.finish()).unwrap().contains("--\r\n"));
    }
}

/// Reading a file needs a runtime. Without one, it is an error and no panic.
#[test]
fn file_outside_a_runtime_is_an_error() {
    let folder = Folder::new();
    let mut body = Body::from_path(folder.file("a", "x")).unwrap();
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let chunk = std::pin::pin!(body.chunk()).poll(&mut context);
    let std::task::Poll::Ready(Err(error)) = chunk else { panic!("{chunk:?}") };
    assert_eq!(cause(&error), "a file is read in a Tokio runtime only; send the request in one");
}

#[cfg(feature = "blocking")]
#[test]
fn blocking_client_sends_a_file() {
    use pivotal_runtime::{BlockingTransport, blocking};

    trait Files: BlockingTransport {
        #[endpoint(POST, "/files", multipart = form)]
        fn upload(&self, form: Multipart) -> Result<(), pivotal_runtime::Error>;
    }
    impl<T: BlockingTransport> Files for T {}

    let folder = Folder::new();
    let content = "0123456789".repeat(20_000);
    let part = Part::from_path(folder.file("a.txt", &content)).unwrap();
    let server = crate::support::server::Server::responding_204();
    let client = blocking::Client::from_client(server.client()).unwrap();
    client.upload(Multipart::new().part("file", part)).unwrap();
    let body = String::from_utf8(server.request().body).unwrap();
    assert!(
        body.contains(&format!("filename=\"a.txt\"\r\nContent-Type: application/octet-stream\r\n\r\n{content}\r\n"))
    );
}
