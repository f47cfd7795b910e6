//! Adds placeholders to the path of a request.

use std::borrow::Cow;
use std::mem::take;

use super::RequestBuilder;
use crate::request::parameter::PathParameter;
use crate::request::url::{ServerUrl, UrlWriter};
use crate::request::values::{Texts, ValueError};
use crate::request::writers::{PathPlace, PathWriter};

impl RequestBuilder {
    /// `"<url>"`: sends the request to a URL from the server, in place of a path.
    #[must_use]
    pub fn url(mut self, name: &'static str, value: &(impl PathParameter + ?Sized)) -> Self {
        let mut writer = UrlWriter::default();
        let written = value.serialize(Texts::new(&mut writer));
        self.set_url(name, writer.finish(written));
        self
    }

    fn set_url(&mut self, name: &'static str, url: Result<ServerUrl, Cow<'static, str>>) {
        match url {
            Ok(url) => self.request.set_url(url),
            Err(message) => self.check(name, Err(message)),
        }
    }

    /// Adds a part of the path that is sent as written.
    #[must_use]
    pub fn literal(mut self, text: &'static str) -> Self {
        self.request.path_and_query.push_str(text);
        self
    }

    /// `<name>`: adds one segment to the path.
    #[must_use]
    pub fn segment(mut self, name: &'static str, value: &(impl PathParameter + ?Sized)) -> Self {
        let mut writer = self.path_writer(PathPlace::Segment);
        let written = value.serialize(Texts::new(&mut writer));
        self.set_path(name, writer, written);
        self
    }

    /// `<name>`: adds a part of a segment to the path.
    #[must_use]
    pub fn part(mut self, name: &'static str, value: &(impl PathParameter + ?Sized)) -> Self {
        let mut writer = self.path_writer(PathPlace::Part);
        let written = value.serialize(Texts::new(&mut writer));
        self.set_path(name, writer, written);
        self
    }

    /// `<name..>`: adds several segments to the path.
    #[must_use]
    pub fn segments(mut self, name: &'static str, value: &(impl PathParameter + ?Sized)) -> Self {
        let mut writer = self.path_writer(PathPlace::Segments);
        let written = value.serialize(Texts::new(&mut writer));
        self.set_path(name, writer, written);
        self
    }

    fn path_writer(&mut self, place: PathPlace) -> PathWriter {
        self.request.has_parts |= place == PathPlace::Part;
        PathWriter::new(take(&mut self.request.path_and_query), place)
    }

    fn set_path(&mut self, name: &'static str, writer: PathWriter, written: Result<(), ValueError>) {
        let (path, result) = writer.finish(written);
        self.request.path_and_query = path;
        if self.error.is_none() {
            self.check(name, result);
        }
    }
}
