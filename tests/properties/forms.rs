//! Forms and multipart bodies.

mod nested;

use futures_util::stream;
use pivotal_runtime::{Body, Multipart, Part, Request, Transport, endpoint};
use proptest::prelude::*;
use reqwest::Url;

use crate::fake::{Fake, outcome};
use crate::texts::{cases, texts};

trait Forms: Transport {
    #[endpoint(POST, "/f", form = form, response = ())]
    async fn form(&self, form: &[(String, String)]);

    #[endpoint(POST, "/f", multipart = form, response = ())]
    async fn parts(&self, form: Multipart);
}
impl<T: Transport> Forms for T {}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn form_decodes_to_its_pairs(form in proptest::collection::vec((texts(), texts()), 0..5)) {
        let fake = Fake::responding_200();
        outcome(fake.form(&form)).unwrap();
        let request = fake.request().unwrap();
        let body = std::str::from_utf8(request.body().unwrap().as_bytes().unwrap()).unwrap();
        prop_assert!(body.is_ascii());
        let mut url = Url::parse("http://host").unwrap();
        url.set_query(Some(body));
        prop_assert_eq!(url.query_pairs().into_owned().collect::<Vec<_>>(), form);
    }

    /// No name and no content can start another part.
    #[test]
    fn multipart_decodes_to_its_parts(parts in proptest::collection::vec((texts(), texts(), proptest::collection::vec(any::<u8>(), 0..20)), 0..4)) {
        let form = parts.iter().fold(Multipart::new(), |form, (name, file, content)| {
            form.file(name, file, "text/plain", content.clone())
        });
        let fake = Fake::responding_200();
        outcome(fake.parts(form)).unwrap();
        let request = fake.request().unwrap();
        let content_type = request.headers()["content-type"].to_str().unwrap();
        let delimiter = format!("--{}", content_type.strip_prefix("multipart/form-data; boundary=").unwrap()).into_bytes();
        let body = request.body().unwrap().as_bytes().unwrap();
        let starts: Vec<_> = (0..body.len()).filter(|at| body[*at..].starts_with(&delimiter)).collect();
        prop_assert_eq!(starts.len(), parts.len() + 1);
        prop_assert!(body.ends_with(&[&delimiter[..], b"--\r\n"].concat()));
        for (at, (.., content)) in parts.iter().enumerate() {
            let part = &body[starts[at] + delimiter.len()..starts[at + 1]];
            let end_of_head = part.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
            let lines = part[..end_of_head].split(|byte| *byte == b'\n').count();
            prop_assert_eq!(lines, 3, "delimiter, disposition, type");
            prop_assert_eq!(&part[end_of_head + 4..], [content, &b"\r\n"[..]].concat());
        }
    }

    /// Streams change the way to the server, and not the body.
    #[test]
    fn streamed_parts_are_sent_like_parts_in_memory(
        parts in proptest::collection::vec(proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..9), 0..4), 0..4),
        kinds in proptest::collection::vec(0..3_u8, 4),
    ) {
        let form = |kinds: &[u8]| parts.iter().zip(kinds).fold(Multipart::new(), |form, (pieces, kind)| {
            form.part("a", Part::new(content(pieces, *kind)))
        });
        let [streamed, in_memory] = [form(&kinds), form(&[0; 4])].map(|form| {
            let fake = Fake::responding_200();
            outcome(fake.parts(form)).unwrap();
            fake.request().unwrap()
        });
        let is_length_known = kinds.iter().zip(&parts).all(|(kind, _)| *kind != 2);
        prop_assert_eq!(streamed.body().unwrap().len(), is_length_known.then(|| in_memory.body().unwrap().len().unwrap()));
        prop_assert_eq!(streamed.body().unwrap().as_bytes().is_some(), kinds.iter().zip(&parts).all(|(kind, _)| *kind == 0));
        prop_assert_eq!(without_boundary(streamed), without_boundary(in_memory));
    }
}

/// Returns the pieces as a body: in memory, a stream of known length, or one of unknown length.
fn content(pieces: &[Vec<u8>], kind: u8) -> Body {
    let bytes = pieces.concat();
    let stream = stream::iter(pieces.iter().map(|piece| Ok(piece.clone().into())).collect::<Vec<_>>());
    match kind {
        0 => bytes.into(),
        1 => Body::from_stream(stream, Some(bytes.len() as u64)),
        _ => Body::from_stream(stream, None),
    }
}

/// Returns the body with the same text in place of each boundary.
fn without_boundary(request: Request) -> Vec<Vec<u8>> {
    let boundary =
        request.headers()["content-type"].to_str().unwrap().split('=').nth(1).unwrap().to_owned().into_bytes();
    let body = outcome(request.into_body().collect()).unwrap();
    let mut rest = &body[..];
    let mut lines = Vec::new();
    while let Some(at) = rest.windows(boundary.len()).position(|window| window == boundary) {
        lines.push(rest[..at].to_vec());
        rest = &rest[at + boundary.len()..];
    }
    lines.push(rest.to_vec());
    lines
}
