using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Dynamics.Tokens;
using Integration.Platform.Secrets;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Tokens;

public sealed class EntraTokensTests : IDisposable
{
    private const string Secret = "a secret~value";

    private readonly EntraServer _server = new();
    private readonly Secrets _secrets = new() { ["fno-secret"] = Secret };
    private readonly Clock _clock = new();
    private readonly List<IDisposable> _made = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_asked_for_once_and_kept()
    {
        var tokens = Tokens();

        Assert.Equal(("token-1", "token-1"), ((await tokens.TokenAsync(null, Ct)).Token, (await tokens.TokenAsync(null, Ct)).Token));
        var (address, form) = Assert.Single(_server.Seen);
        Assert.Equal("https://login.microsoftonline.com/contoso/oauth2/v2.0/token", address.AbsoluteUri);
        Assert.Contains("grant_type=client_credentials", form, StringComparison.Ordinal);
        Assert.Contains("client_id=1f2e", form, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString("https://shop.operations.dynamics.example/.default"), form, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_crowd_signs_in_once()
    {
        var tokens = Tokens();
        _server.Hold = new TaskCompletionSource();
        var crowd = Enumerable.Range(0, 20).Select(_ => tokens.TokenAsync(null, Ct)).ToList();
        _server.Hold.SetResult();

        Assert.All(await Task.WhenAll(crowd), answer => Assert.Equal("token-1", answer.Token));
        Assert.Single(_server.Seen);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_for_all_who_were_refused()
    {
        var tokens = Tokens();
        await tokens.TokenAsync(null, Ct);

        var renewed = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => tokens.TokenAsync("token-1", Ct)));

        Assert.All(renewed, answer => Assert.Equal("token-2", answer.Token));
        Assert.Equal(2, _server.Seen.Count);
    }

    [Theory]
    [InlineData("invalid_client", "AADSTS7000215: Invalid client secret provided. Trace ID: 1 Correlation ID: 2", "AADSTS7000215", "secret's value")]
    [InlineData("invalid_client", "AADSTS7000222: The provided client secret keys for app '1f2e' are expired.", "AADSTS7000222", "expired")]
    [InlineData("unauthorized_client", "AADSTS700016: Application with identifier '1f2e' was not found in the directory 'contoso'.", "AADSTS700016", "clientId")]
    [InlineData("invalid_request", "AADSTS90002: Tenant 'contoso' not found.", "AADSTS90002", "tenantId")]
    [InlineData("invalid_resource", "AADSTS500011: The resource principal named https://x was not found.", "AADSTS500011", "no slash at the end")]
    [InlineData("invalid_grant", "AADSTS53003: Access has been blocked by Conditional Access policies.", "AADSTS53003", "Conditional Access")]
    public async Task A_refusal_names_the_code_and_the_fix_and_not_the_secret(string error, string description, string code, string fix)
    {
        _server.Answer = (400, $$"""{"error":"{{error}}","error_description":"{{description}}","error_codes":[1]}""");

        var denied = Assert.IsType<WriteOutcome.Denied>((await Tokens().TokenAsync(null, Ct)).Failure);

        Assert.Contains(code, denied.Reason, StringComparison.Ordinal);
        Assert.Contains(fix, denied.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, denied.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_credentials_are_tried_ever_more_rarely()
    {
        _server.Answer = (401, """{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided."}""");
        var tokens = Tokens();
        for (var second = 0; second < 3600; second++)
        {
            Assert.IsType<WriteOutcome.Denied>((await tokens.TokenAsync(null, Ct)).Failure);
            _clock.Now += TimeSpan.FromSeconds(1);
        }

        // At 0 s, 5 s, 65 s, 365 s and every quarter of an hour after that.
        Assert.Equal(7, _server.Seen.Count);
    }

    [Fact]
    public async Task A_changed_secret_is_tried_at_once()
    {
        _server.Answer = (401, """{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided."}""");
        var tokens = Tokens();
        Assert.NotNull((await tokens.TokenAsync(null, Ct)).Failure);
        _server.Answer = null;
        _secrets["fno-secret"] = "another secret";

        Assert.Equal("token-1", (await tokens.TokenAsync(null, Ct)).Token);
        Assert.Contains("another+secret", _server.Seen[^1].Form.Replace("%20", "+", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_secret_nothing_is_sent()
    {
        _secrets.Clear();

        Assert.IsType<WriteOutcome.Denied>((await Tokens().TokenAsync(null, Ct)).Failure);
        Assert.Empty(_server.Seen);
    }

    [Theory]
    [InlineData(500, """{"error":"server_error","error_description":"AADSTS90033: A transient error has occurred."}""")]
    [InlineData(502, "<html>Bad Gateway</html>")]
    [InlineData(400, """{"error":"temporarily_unavailable","error_description":"AADSTS90033: A transient error has occurred."}""")]
    [InlineData(200, "<html>Sign in</html>")]
    [InlineData(200, """{"token_type":"Bearer","expi""")]
    public async Task Trouble_that_passes_is_no_denial_and_is_asked_once(int status, string body)
    {
        _server.Answer = (status, body);

        Assert.IsType<WriteOutcome.Unavailable>((await Tokens().TokenAsync(null, Ct)).Failure);
        Assert.Single(_server.Seen);
    }

    [Fact]
    public async Task A_wish_for_fewer_calls_is_passed_on_with_its_time()
    {
        _server.Answer = (429, """{"error":"temporarily_unavailable"}""");
        _server.RetryAfter = "17";

        Assert.Equal(TimeSpan.FromSeconds(17), Assert.IsType<WriteOutcome.Throttled>((await Tokens().TokenAsync(null, Ct)).Failure).After);
    }

    [Fact]
    public async Task An_authority_on_this_machine_is_asked_in_its_own_scheme()
    {
        Assert.Equal("token-1", (await Tokens("http://127.0.0.1:5099").TokenAsync(null, Ct)).Token);

        Assert.Equal("http://127.0.0.1:5099/contoso/oauth2/v2.0/token", Assert.Single(_server.Seen).Address.AbsoluteUri);
    }

    [Fact]
    public async Task A_certificate_signs_in_by_assertion()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=shop", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
        _secrets["fno-certificate"] = $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}";

        Assert.Equal("token-1", (await Tokens().TokenAsync(null, Ct)).Token);
        Assert.Contains("client_assertion=", Assert.Single(_server.Seen).Form, StringComparison.Ordinal);
        Assert.DoesNotContain("client_secret", _server.Seen[0].Form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_certificate_is_a_denial()
    {
        _secrets["fno-certificate"] = "-----BEGIN NOTHING-----";

        Assert.Contains("PEM", Assert.IsType<WriteOutcome.Denied>((await Tokens().TokenAsync(null, Ct)).Failure).Reason, StringComparison.Ordinal);
        Assert.Empty(_server.Seen);
    }

    [Fact]
    public void An_answer_never_shows_its_token() => Assert.DoesNotContain("token-1", new TokenAnswer("token-1").ToString(), StringComparison.Ordinal);

    public void Dispose()
    {
        _made.ForEach(made => made.Dispose());
        _server.Dispose();
    }

    private EntraTokens Tokens(string authority = "https://login.microsoftonline.com")
    {
        var settings = FinanceBench.Usual with { Authority = authority };
        var connection = new ConnectionDefinition
        {
            Name = "erp", Kind = "dynamics", Url = new Uri("https://shop.operations.dynamics.example/"),
            Secrets = new Dictionary<string, string> { ["clientSecret"] = "fno-secret", ["certificate"] = "fno-certificate" },
        };
        var credentials = new Credentials(connection, _secrets);
        var http = OutsideHttp.Create(connection with { Url = new Uri(authority) }, credentials.Values, _clock, NullLogger.Instance, _server);
        var tokens = new EntraTokens(http, settings, settings.ScopeOf(connection), credentials, _clock);
        _made.AddRange([tokens, http]);
        return tokens;
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
}
