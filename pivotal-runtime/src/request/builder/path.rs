//! The path of a request: what does not depend on the type of a parameter.

use std::borrow::Cow;
use std::mem::take;

use super::RequestBuilder;
use crate::request::url::ServerUrl;
use crate::request::values::ValueError;
use crate::request::writers::{PathPlace, PathWriter};

impl RequestBuilder {
    pub(super) fn set_url(&mut self, name: &'static str, url: Result<ServerUrl, Cow<'static, str>>) {
        match url {
            Ok(url) => self.request.set_url(url),
            Err(message) => self.check(name, Err(message)),
        }
    }

    pub(super) fn path_writer(&mut self, place: PathPlace) -> PathWriter {
        self.request.needs_dot_check |= place != PathPlace::Segment;
        PathWriter::new(take(&mut self.request.path_and_query), place)
    }

    pub(super) fn set_path(&mut self, name: &'static str, writer: PathWriter, written: Result<(), ValueError>) {
        let (path, result) = writer.finish(written);
        self.request.path_and_query = path;
        if self.error.is_none() {
            self.check(name, result);
        }
    }
}
