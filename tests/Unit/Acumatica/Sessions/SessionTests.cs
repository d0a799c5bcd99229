using System.Net;
using System.Text;
using Integration.Acumatica;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Platform.Secrets;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Integration.Tests.Unit.Acumatica.Sessions;

public sealed class SessionTests : IDisposable
{
    private readonly Server _server = new();
    private readonly Store _store = new();
    private readonly Clock _clock = new();
    private readonly List<OutsideHttp> _clients = [];

    [Fact]
    public async Task The_first_call_signs_in_once_and_later_ones_use_the_token()
    {
        var session = Session();
        await CallAsync(session);
        await CallAsync(session);

        Assert.Equal(["password", "GET A1", "GET A1"], _server.Seen);
        Assert.Equal("R1", _store.Chain.RefreshToken);
    }

    [Fact]
    public async Task An_ending_token_is_refreshed_with_the_newest_refresh_token_each_time()
    {
        var session = Session();
        await CallAsync(session);
        _clock.Now += TimeSpan.FromMinutes(59.5);
        await CallAsync(session);
        _clock.Now += TimeSpan.FromMinutes(59.5);
        await CallAsync(session);

        Assert.Equal(["password", "GET A1", "refresh R1", "GET A2", "refresh R2", "GET A3"], _server.Seen);
        Assert.Equal("R3", _store.Chain.RefreshToken);
    }

    [Fact]
    public async Task A_restart_goes_on_with_the_stored_chain()
    {
        await CallAsync(Session());
        _clock.Now += TimeSpan.FromHours(2);
        await CallAsync(Session());

        Assert.Equal(["password", "GET A1", "refresh R1", "GET A2"], _server.Seen);
    }

    [Fact]
    public async Task A_crash_between_refresh_and_save_costs_one_new_sign_in()
    {
        await CallAsync(Session());
        _server.SpentRefreshTokens.Add("R1");
        _clock.Now += TimeSpan.FromHours(2);
        var outcome = await CallAsync(Session());

        Assert.Null(outcome.Failure);
        Assert.Equal(["password", "GET A1", "refresh R1", "password", "GET A2"], _server.Seen);
    }

    [Fact]
    public async Task A_revoked_token_is_renewed_once_and_the_call_repeated()
    {
        var session = Session();
        await CallAsync(session);
        _server.RevokedTokens.Add("A1");
        var outcome = await CallAsync(session);

        Assert.Null(outcome.Failure);
        Assert.Equal(["password", "GET A1", "GET A1", "refresh R1", "GET A2"], _server.Seen);
    }

    [Fact]
    public async Task A_fresh_token_that_is_not_accepted_is_a_denial()
    {
        _server.RevokedTokens.UnionWith(["A1", "A2"]);
        var outcome = await CallAsync(Session());

        Assert.IsType<WriteOutcome.Denied>(outcome.Failure);
        Assert.Equal(["password", "GET A1", "refresh R1", "GET A2"], _server.Seen);
    }

    [Theory]
    [InlineData(500, """{"message":"An error has occurred.","exceptionMessage":"Error: Invalid credentials. Please try again.","exceptionType":"PX.Data.PXException"}""")]
    [InlineData(400, """{"error":"invalid_grant","error_description":"invalid_username_or_password"}""")]
    public async Task Wrong_credentials_are_tried_once_even_over_restarts(int status, string body)
    {
        _server.PasswordAnswer = (status, body);
        Assert.IsType<WriteOutcome.Denied>((await CallAsync(Session())).Failure);
        Assert.IsType<WriteOutcome.Denied>((await CallAsync(Session())).Failure);

        Assert.Equal(["password"], _server.Seen);
    }

    [Fact]
    public async Task Wrong_credentials_are_tried_ever_more_rarely()
    {
        _server.PasswordAnswer = (400, """{"error":"invalid_grant"}""");
        for (var second = 0; second < 3600; second++)
        {
            await CallAsync(Session());
            _clock.Now += TimeSpan.FromSeconds(1);
        }

        // At 0 s, 5 s, 65 s, 365 s and every quarter of an hour after that.
        Assert.Equal(7, _server.Seen.Count);
    }

    [Fact]
    public async Task A_corrected_password_is_tried_at_once()
    {
        _server.PasswordAnswer = (400, """{"error":"invalid_grant"}""");
        await CallAsync(Session());
        _server.PasswordAnswer = null;
        var outcome = await CallAsync(Session("better password"));

        Assert.Null(outcome.Failure);
    }

    [Fact]
    public async Task The_login_limit_is_a_denial_that_is_not_repeated_at_once()
    {
        _server.PasswordAnswer = (500, """{"exceptionMessage":"API Login Limit","exceptionType":"PX.Data.PXException"}""");
        var session = Session();
        Assert.Contains("API Login Limit", Assert.IsType<WriteOutcome.Denied>((await CallAsync(session)).Failure).Reason, StringComparison.Ordinal);
        await CallAsync(session);
        Assert.Equal(["password"], _server.Seen);

        _server.PasswordAnswer = null;
        _clock.Now += TimeSpan.FromMinutes(2);
        Assert.Null((await CallAsync(session)).Failure);
    }

    [Fact]
    public async Task An_outage_while_refreshing_keeps_the_chain_and_never_falls_back_to_the_password()
    {
        var session = Session();
        await CallAsync(session);
        _clock.Now += TimeSpan.FromHours(2);
        _server.RefreshAnswer = (502, "<html/>");
        Assert.IsType<WriteOutcome.Unavailable>((await CallAsync(session)).Failure);
        _server.RefreshAnswer = null;
        Assert.Null((await CallAsync(session)).Failure);

        Assert.Equal(["password", "GET A1", "refresh R1", "refresh R1", "GET A2"], _server.Seen);
    }

    [Fact]
    public async Task Logging_out_sends_a_length_and_only_when_a_seat_was_taken()
    {
        var session = Session();
        await session.LogoutAsync(CancellationToken.None);
        Assert.Empty(_server.Seen);

        await CallAsync(session);
        await session.LogoutAsync(CancellationToken.None);
        await session.LogoutAsync(CancellationToken.None);
        Assert.Equal(["password", "GET A1", "logout A1 length 0"], _server.Seen);
    }

    [Fact]
    public void A_chain_never_shows_its_tokens() =>
        Assert.DoesNotContain("secret", new TokenChain { AccessToken = "secret-a", RefreshToken = "secret-r", DeniedCredentials = "secret-f" }.ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task Callers_take_turns_on_one_seat()
    {
        using var pool = new SessionPool([Session()]);
        var first = new TaskCompletionSource();
        var running = pool.UseAsync(async _ => { await first.Task; return 1; }, CancellationToken.None);
        var waiting = pool.UseAsync(_ => Task.FromResult(2), CancellationToken.None);

        Assert.False(waiting.IsCompleted);
        first.SetResult();
        Assert.Equal((1, 2), (await running, await waiting));
    }

    public void Dispose()
    {
        _clients.ForEach(client => client.Dispose());
        _server.Dispose();
    }

    private static Task<SessionAnswer> CallAsync(Session session) =>
        session.SendAsync(new OutsideRequest { Method = HttpMethod.Get, Target = "entity" }, CancellationToken.None);

    private Session Session(string password = "password one")
    {
        var connection = new ConnectionDefinition
        {
            Name = "erp", Kind = "acumatica", Url = new Uri("https://erp.example/"),
            Secrets = new Dictionary<string, string> { ["clientSecret"] = "erp-secret", ["password"] = "erp-password" },
        };
        var settings = new AcumaticaSettings { Tenant = "T", ClientId = "x@T", Username = "u" };
        var credentials = new Credentials(connection, settings, new Secrets { ["erp-secret"] = "client secret", ["erp-password"] = password });
        var http = OutsideHttp.Create(connection, credentials.Values, _clock, NullLogger.Instance, _server);
        _clients.Add(http);
        return new Session("erp", 0, http, new TokenEndpoint(http, credentials, _clock), credentials, _store, _clock);
    }

    private sealed class Secrets : Dictionary<string, string>, ISecrets
    {
        public string? Get(string name) => this.GetValueOrDefault(name);

        public string Require(string name) => this[name];
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Store : ITokenStore
    {
        public TokenChain Chain { get; private set; } = TokenChain.Empty;

        public Task<TokenChain> LoadAsync(string connection, int seat, CancellationToken ct) => Task.FromResult(Chain);

        public Task SaveAsync(string connection, int seat, TokenChain chain, CancellationToken ct)
        {
            Chain = chain;
            return Task.CompletedTask;
        }
    }

    private sealed class Server : HttpMessageHandler
    {
        private int _issued;

        public List<string> Seen { get; } = [];

        public HashSet<string> SpentRefreshTokens { get; } = [];

        public HashSet<string> RevokedTokens { get; } = [];

        public (int Status, string Body)? PasswordAnswer { get; set; }

        public (int Status, string Body)? RefreshAnswer { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            if (path == "/identity/connect/token") return await TokenAsync(request, cancellationToken);
            var token = request.Headers.Authorization!.Parameter!;
            if (path == "/entity/auth/logout")
            {
                Seen.Add($"logout {token} length {request.Content!.Headers.ContentLength}");
                return Answer(204, "");
            }

            Seen.Add($"GET {token}");
            return RevokedTokens.Contains(token) ? Answer(401, "") : Answer(200, "{}");
        }

        private async Task<HttpResponseMessage> TokenAsync(HttpRequestMessage request, CancellationToken ct)
        {
            var form = System.Web.HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync(ct));
            if (form["grant_type"] == "refresh_token")
            {
                var used = form["refresh_token"]!;
                Seen.Add($"refresh {used}");
                if (RefreshAnswer is { } bad) return Answer(bad.Status, bad.Body);
                if (!SpentRefreshTokens.Add(used)) return Answer(400, """{"error":"invalid_grant"}""");
            }
            else
            {
                Seen.Add("password");
                if (PasswordAnswer is { } bad) return Answer(bad.Status, bad.Body);
            }

            _issued++;
            return Answer(200, $$"""{"access_token":"A{{_issued}}","refresh_token":"R{{_issued}}","expires_in":3600,"token_type":"Bearer"}""");
        }

        private static HttpResponseMessage Answer(int status, string body) => new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }
}
