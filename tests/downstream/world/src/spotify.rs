//! Spotify: URLs, offsets and cursors for the same page, and 204 for nothing.

use std::sync::{PoisonError, RwLock};

use pivotal_runtime::http::HeaderValue;
use pivotal_runtime::http::header::AUTHORIZATION;
use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{
    Api, Applied, Attempt, Client, Credentials, Error, ErrorBody, Next, Pages, Paginated, Sent, endpoints,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;

pub static SPOTIFY: Api = Api::new().base_url("https://api.spotify.com").error::<Problem>();

/// The body of an error.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub error: Cause,
}

#[derive(Debug, Deserialize)]
pub struct Cause {
    pub message: String,
    pub reason: Option<String>,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.error.message)
    }

    fn code(&self) -> Option<&str> {
        self.error.reason.as_deref()
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Track {
    pub id: String,
}

/// `None` is the place of an id that is unknown.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Tracks {
    pub tracks: Vec<Option<Track>>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Playlist {
    pub id: String,
    pub tracks: Href,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Href {
    pub href: String,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Entry {
    pub track: Track,
}

#[derive(Debug, Deserialize)]
pub struct Paging<T> {
    pub items: Vec<T>,
    pub next: Option<String>,
}

impl<T: DeserializeOwned> Paginated for Paging<T> {
    type Item = T;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::url(self.next.as_deref())
    }

    fn into_items(self) -> Vec<T> {
        self.items
    }
}

#[derive(Debug, Deserialize)]
pub struct Found {
    pub tracks: Paging<Track>,
}

impl Paginated for Found {
    type Item = Track;

    fn next(&self, _: &Parts, sent: &Sent<'_>) -> Next {
        Next::offset(sent, "offset", self.tracks.items.len(), self.tracks.next.is_some())
    }

    fn into_items(self) -> Vec<Track> {
        self.tracks.items
    }
}

/// The tracks that were played, the last one first.
#[derive(Debug, Deserialize)]
pub struct History {
    pub items: Vec<Entry>,
    pub cursors: Option<Cursors>,
}

#[derive(Debug, Deserialize)]
pub struct Cursors {
    pub before: Option<String>,
}

impl Paginated for History {
    type Item = Entry;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::cursor("before", self.cursors.as_ref().and_then(|cursors| cursors.before.as_deref()))
    }

    fn into_items(self) -> Vec<Entry> {
        self.items
    }
}

#[derive(Debug, PartialEq)]
pub enum Player {
    Active(Playback),
    Inactive,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Playback {
    pub is_playing: bool,
}

impl From<Playback> for Player {
    fn from(playback: Playback) -> Self {
        Self::Active(playback)
    }
}

impl From<()> for Player {
    fn from((): ()) -> Self {
        Self::Inactive
    }
}

#[endpoints("/v1", api = SPOTIFY)]
pub trait Spotify {
    #[endpoint(GET, "/me/player", response(200) = Playback, response(204) = ())]
    async fn player(&self) -> Result<Player, Error>;

    #[endpoint(PUT, "/me/player/play?device_id=<device>", response = (), success = [202, 204])]
    async fn play(&self, device: Option<&str>);

    #[endpoint(GET, "/me/player/recently-played?<limit>")]
    fn history(&self, limit: u8) -> Pages<'_, History>;

    #[endpoint(GET, "/me/playlists?<limit>")]
    fn playlists(&self, limit: u8) -> Pages<'_, Paging<Playlist>>;

    #[endpoint(GET, "/tracks?<ids:csv>&<market>")]
    async fn tracks_by_id(&self, ids: &[&str], market: Option<&str>) -> Result<Tracks, Error>;

    #[endpoint(GET, "<href>")]
    fn tracks(&self, href: &str) -> Pages<'_, Paging<Entry>>;

    #[endpoint(GET, "/search?type=track&q=<query>&<limit>")]
    fn search(&self, query: &str, limit: u8) -> Pages<'_, Found>;

    /// The image is Base64 of a JPEG.
    #[endpoint(
        PUT, "/playlists/<id>/images", text = image, header("Content-Type") = "image/jpeg", response = (), success = 202
    )]
    async fn set_image(&self, id: &str, image: &str);
}

/// The server for tokens, whose client has the id and secret of the application as `Basic` credentials.
pub static ACCOUNTS: Api = Api::new().base_url("https://accounts.spotify.com").error::<Refusal>();

/// The body of an error (RFC 6749, section 5.2).
#[derive(Debug, Deserialize)]
pub struct Refusal {
    pub error: String,
    pub error_description: Option<String>,
}

impl ErrorBody for Refusal {
    fn message(&self) -> Option<&str> {
        self.error_description.as_deref()
    }

    fn code(&self) -> Option<&str> {
        Some(&self.error)
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Token {
    pub access_token: String,
    pub expires_in: u64,
}

/// Credentials that are obtained from `Accounts`, and again after a 401.
pub struct Session {
    accounts: Client,
    token: RwLock<Option<HeaderValue>>,
}

impl Session {
    pub fn new(accounts: Client) -> Self {
        Self { accounts, token: RwLock::default() }
    }
}

impl Credentials for Session {
    fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
        let token = self.token.read().unwrap_or_else(PoisonError::into_inner);
        let Some(token) = &*token else { return Ok(Applied::Stale) };
        attempt.set_header(AUTHORIZATION, token.clone());
        Ok(Applied::Done)
    }

    async fn refresh(&self) -> Result<bool, Error> {
        let token = self.accounts.token().await?.access_token;
        let value = HeaderValue::try_from(format!("Bearer {token}")).map_err(Error::transport)?;
        *self.token.write().unwrap_or_else(PoisonError::into_inner) = Some(value);
        Ok(true)
    }
}

#[endpoints("/api", api = ACCOUNTS)]
pub trait Accounts {
    #[endpoint(POST, "/token", form("grant_type") = "client_credentials")]
    async fn token(&self) -> Result<Token, Error>;

    #[endpoint(POST, "/token", form("grant_type") = "refresh_token", form("refresh_token") = refresh_token)]
    async fn refresh(&self, refresh_token: &str) -> Result<Token, Error>;
}
