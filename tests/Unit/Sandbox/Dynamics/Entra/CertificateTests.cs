using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Entra;

public sealed class CertificateTests
{
    [Theory]
    [InlineData("PS256", true)]
    [InlineData("RS256", false)]
    public async Task An_assertion_signed_with_the_registered_key_gives_a_token(string algorithm, bool sha256)
    {
        await using var directory = await Directory.StartAsync();

        var (status, body, _) = await AskAsync(directory, Assertion(directory, directory.Certificate, algorithm, sha256));

        Assert.True(status == 200, body.ToJsonString());
    }

    [Fact]
    public async Task The_public_authority_may_be_the_audience()
    {
        await using var directory = await Directory.StartAsync();
        var audience = $"https://login.microsoftonline.com/{directory.StandIn.Options.Tenant}/oauth2/v2.0/token";

        Assert.Equal(200, (await AskAsync(directory, Assertion(directory, directory.Certificate, audience: audience))).Status);
    }

    [Fact]
    public async Task Its_own_address_may_be_the_audience_by_HTTPS_too()
    {
        await using var directory = await Directory.StartAsync();
        var audience = $"https://{directory.StandIn.BaseUrl.Authority}/{directory.StandIn.Options.Tenant}/oauth2/v2.0/token";

        Assert.Equal(200, (await AskAsync(directory, Assertion(directory, directory.Certificate, audience: audience))).Status);
    }

    [Fact]
    public async Task Another_key_is_not_found()
    {
        await using var directory = await Directory.StartAsync();
        using var other = Directory.NewCertificate();

        await RefusedAsync(directory, Assertion(directory, other), 700027);
    }

    [Fact]
    public async Task A_signature_of_another_key_under_the_registered_name_is_refused()
    {
        await using var directory = await Directory.StartAsync();
        using var other = Directory.NewCertificate();

        await RefusedAsync(directory, Assertion(directory, directory.Certificate, signer: other), 700027);
    }

    [Fact]
    public async Task Another_audience_another_application_or_another_time_is_refused()
    {
        await using var directory = await Directory.StartAsync();
        var certificate = directory.Certificate;

        await RefusedAsync(directory, Assertion(directory, certificate, audience: "https://login.microsoftonline.com/other/oauth2/v2.0/token"), 700023);
        await RefusedAsync(directory, Assertion(directory, certificate, subject: Guid.NewGuid().ToString()), 700021);
        await RefusedAsync(directory, Assertion(directory, certificate, starts: DateTimeOffset.UtcNow.AddHours(-2)), 700024);
        await RefusedAsync(directory, Assertion(directory, certificate, starts: DateTimeOffset.UtcNow.AddHours(1)), 700024);
        await RefusedAsync(directory, "nonsense", 50027);
    }

    [Fact]
    public async Task Times_may_be_texts_as_Microsofts_library_writes_them()
    {
        await using var directory = await Directory.StartAsync();

        Assert.Equal(200, (await AskAsync(directory, Assertion(directory, directory.Certificate, timesAsTexts: true))).Status);
        await RefusedAsync(directory, Assertion(directory, directory.Certificate, timesAsTexts: true, starts: DateTimeOffset.UtcNow.AddHours(-2)), 700024);
    }

    private static async Task RefusedAsync(Directory directory, string assertion, int code)
    {
        var (status, body, _) = await AskAsync(directory, assertion);
        Assert.Equal((401, "invalid_client", code), (status, body["error"]!.GetValue<string>(), body["error_codes"]![0]!.GetValue<int>()));
    }

    private static Task<(int Status, JsonNode Body, HttpResponseMessage Response)> AskAsync(Directory directory, string assertion) => directory.AskAsync(directory.Form(
        ("client_secret", ""), ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"), ("client_assertion", assertion)));

    private static string Assertion(
        Directory directory, X509Certificate2 certificate, string algorithm = "PS256", bool sha256 = true, string? audience = null, string? subject = null,
        DateTimeOffset? starts = null, X509Certificate2? signer = null, bool timesAsTexts = false)
    {
        var start = starts ?? DateTimeOffset.UtcNow;
        var header = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT" };
        header[sha256 ? "x5t#S256" : "x5t"] = Base64Url.EncodeToString(sha256 ? certificate.GetCertHash(HashAlgorithmName.SHA256) : certificate.GetCertHash());
        var claims = new JsonObject
        {
            ["aud"] = audience ?? $"{directory.StandIn.BaseUrl}{directory.StandIn.Options.Tenant}/oauth2/v2.0/token",
            ["iss"] = directory.App.ClientId,
            ["sub"] = subject ?? directory.App.ClientId,
            ["jti"] = Guid.NewGuid().ToString(),
            ["nbf"] = Time(start),
            ["exp"] = Time(start.AddMinutes(10)),
        };
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        using var key = (signer ?? certificate).GetRSAPrivateKey()!;
        var padding = algorithm == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, padding))}";

        JsonNode Time(DateTimeOffset at) => timesAsTexts ? $"{at.ToUnixTimeSeconds()}" : at.ToUnixTimeSeconds();
    }
}
