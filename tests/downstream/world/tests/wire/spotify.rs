use pivotal_runtime::{Basic, Bearer, Client};
use world::spotify::*;

use crate::support::all;
use crate::support::server::Server;

fn client(server: &Server) -> Client {
    server.client(&SPOTIFY, Bearer::new("BQD-12345678").unwrap())
}

fn track(id: &str) -> Track {
    Track { id: id.to_owned() }
}

#[tokio::test]
async fn playlists_follow_the_next_url() {
    let server = Server::new([
        r#"200 {"items":[{"id":"p1","tracks":{"href":"{server}/v1/playlists/p1/tracks"}}],
                "next":"{server}/v1/users/u1/playlists?offset=1&limit=1"}"#,
        r#"200 {"items":[],"next":null}"#,
        r#"200 {"items":[{"track":{"id":"t1"}}],"next":null}"#,
    ]);
    let client = client(&server);
    let playlists = all(client.playlists(1)).await.unwrap();
    let [playlist] = &playlists[..] else { panic!("{playlists:?}") };
    assert_eq!(all(client.tracks(&playlist.tracks.href)).await.unwrap(), [Entry { track: track("t1") }]);
    let lines =
        ["GET /v1/me/playlists?limit=1", "GET /v1/users/u1/playlists?offset=1&limit=1", "GET /v1/playlists/p1/tracks"];
    assert_eq!(server.lines(), lines);
}

#[tokio::test]
async fn search_continues_at_an_offset() {
    let server = Server::new([
        r#"200 {"tracks":{"items":[{"id":"t1"},{"id":"t2"}],"next":"https://api.spotify.com/v1/search?offset=2"}}"#,
        r#"200 {"tracks":{"items":[{"id":"t3"}],"next":null}}"#,
    ]);
    assert_eq!(all(client(&server).search("a & b", 2)).await.unwrap(), ["t1", "t2", "t3"].map(track));
    let lines =
        ["GET /v1/search?type=track&q=a%20%26%20b&limit=2", "GET /v1/search?type=track&q=a%20%26%20b&limit=2&offset=2"];
    assert_eq!(server.lines(), lines);
}

#[tokio::test]
async fn history_continues_before_the_cursor() {
    let server = Server::new([
        r#"200 {"items":[{"track":{"id":"t2"}}],"cursors":{"before":"1481661737016"}}"#,
        r#"200 {"items":[{"track":{"id":"t1"}}],"cursors":null}"#,
    ]);
    let history = all(client(&server).history(1)).await.unwrap();
    assert_eq!(history, ["t2", "t1"].map(|id| Entry { track: track(id) }));
    assert_eq!(server.lines()[1], "GET /v1/me/player/recently-played?limit=1&before=1481661737016");
}

#[tokio::test]
async fn player_is_inactive_with_204() {
    let server = Server::new([r#"200 {"is_playing":true}"#, "204"]);
    let client = client(&server);
    assert_eq!(client.player().await.unwrap(), Player::Active(Playback { is_playing: true }));
    assert_eq!(client.player().await.unwrap(), Player::Inactive);
    for request in server.received() {
        assert_eq!(
            (&*request.line, request.header("authorization")),
            ("GET /v1/me/player", Some("Bearer BQD-12345678"))
        );
    }
}

#[tokio::test]
async fn commands_have_no_response_body() {
    let server = Server::new([
        "204",
        "202",
        r#"404 {"error":{"status":404,"message":"Player command failed","reason":"NO_ACTIVE_DEVICE"}}"#,
    ]);
    let client = client(&server);
    client.play(Some("d1")).await.unwrap();
    client.set_image("p1", "/9j/4AAQ").await.unwrap();
    let error = client.play(None).await.unwrap_err();
    assert_eq!((error.code(), error.message()), (Some("NO_ACTIVE_DEVICE"), Some("Player command failed")));

    let received = server.received();
    assert_eq!(received[0].line, "PUT /v1/me/player/play?device_id=d1");
    assert_eq!((&*received[1].body, received[1].header("content-type")), ("/9j/4AAQ", Some("image/jpeg")));
    assert_eq!(received[2].line, "PUT /v1/me/player/play");
}

#[tokio::test]
async fn token_is_requested_with_basic_credentials() {
    let server = Server::new([
        r#"200 {"access_token":"BQD-12345678","token_type":"Bearer","expires_in":3600}"#,
        r#"400 {"error":"invalid_grant","error_description":"Refresh token revoked"}"#,
    ]);
    let client = server.client(&ACCOUNTS, Basic::new("id", "secret").unwrap());
    assert_eq!(client.token().await.unwrap().expires_in, 3600);
    let error = client.refresh("AQD/+").await.unwrap_err();
    assert_eq!((error.code(), error.message()), (Some("invalid_grant"), Some("Refresh token revoked")));

    let received = server.received();
    assert_eq!((&*received[0].line, &*received[0].body), ("POST /api/token", "grant_type=client_credentials"));
    assert_eq!(received[0].header("authorization"), Some("Basic aWQ6c2VjcmV0"));
    assert_eq!(received[1].body, "grant_type=refresh_token&refresh_token=AQD%2F%2B");
}

#[tokio::test]
async fn ids_are_separated_by_commas() {
    let server = Server::new([r#"200 {"tracks":[{"id":"t1"},null]}"#]);
    let tracks = client(&server).tracks_by_id(&["t1", "t,2"], Some("DE")).await.unwrap();
    assert_eq!(tracks, Tracks { tracks: vec![Some(track("t1")), None] });
    assert_eq!(server.only().line, "GET /v1/tracks?ids=t1,t%2C2&market=DE");
}

#[tokio::test]
async fn expired_token_is_obtained_again() {
    let accounts = Server::new([
        r#"200 {"access_token":"first-12345678","expires_in":3600}"#,
        r#"200 {"access_token":"second-12345678","expires_in":3600}"#,
    ]);
    let expired = r#"401 {"error":{"status":401,"message":"The access token expired"}}"#;
    let server = Server::new(["204", expired, "204"]);
    let session = Session::new(accounts.client(&ACCOUNTS, Basic::new("id", "secret").unwrap()));
    let client = server.client(&SPOTIFY, session);
    client.play(None).await.unwrap();
    client.play(None).await.unwrap();
    let tokens: Vec<_> =
        server.received().iter().map(|sent| sent.header("authorization").unwrap().to_owned()).collect();
    assert_eq!(tokens, ["Bearer first-12345678", "Bearer first-12345678", "Bearer second-12345678"]);
    assert_eq!(accounts.received().len(), 2);
}
