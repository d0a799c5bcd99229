using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Entra;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Entra;

/// <summary>A stand-in of the directory for one test, with an application that has a secret and a certificate.</summary>
internal sealed class Directory : IAsyncDisposable
{
    public const string Resource = "https://usmf.operations.dynamics.com";
    public const string Secret = "s3cret-of-the-test";

    private readonly HttpClient _client = new();

    public required EntraStandIn StandIn { get; init; }

    public required X509Certificate2 Certificate { get; init; }

    public AppRegistration App => StandIn.Options.Applications[0];

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Directory> StartAsync(Action<EntraSettings>? settings = null, TimeProvider? time = null)
    {
        var chosen = new EntraSettings();
        settings?.Invoke(chosen);
        var certificate = NewCertificate();
        var options = new EntraOptions
        {
            Settings = chosen,
            Time = time ?? TimeProvider.System,
            Applications = [new AppRegistration { ClientId = Guid.NewGuid().ToString(), ObjectId = Guid.NewGuid().ToString(), Secrets = [Secret], Certificates = [certificate] }],
        };
        return new Directory { StandIn = await EntraStandIn.StartAsync(options, Stop), Certificate = certificate };
    }

    public static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
    }

    /// <summary>The form of a request by secret; an empty value leaves a parameter out.</summary>
    public Dictionary<string, string> Form(params (string Name, string Value)[] changes)
    {
        Dictionary<string, string> form = new()
        {
            ["grant_type"] = "client_credentials", ["client_id"] = App.ClientId, ["client_secret"] = Secret, ["scope"] = $"{Resource}/.default",
        };
        foreach (var (name, value) in changes)
        {
            form[name] = value;
            if (value.Length == 0)
            {
                form.Remove(name);
            }
        }

        return form;
    }

    public async Task<(int Status, JsonNode Body, HttpResponseMessage Response)> AskAsync(Dictionary<string, string> form, string? tenant = null)
    {
        using var content = new FormUrlEncodedContent(form);
        var response = await _client.PostAsync(new Uri(StandIn.BaseUrl, $"/{tenant ?? StandIn.Options.Tenant}/oauth2/v2.0/token"), content, Stop);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!, response);
    }

    /// <summary>A token, as a header has it.</summary>
    public async Task<string> TokenAsync() => $"Bearer {(await AskAsync(Form())).Body["access_token"]!.GetValue<string>()}";

    public async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await _client.GetStringAsync(new Uri(StandIn.BaseUrl, path), Stop))!;

    public async Task ControlAsync(string name, JsonObject? body = null)
    {
        using var content = new StringContent((body ?? []).ToJsonString());
        using var response = await _client.PostAsync(new Uri(StandIn.BaseUrl, $"/_sandbox/{name}"), content, Stop);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await StandIn.DisposeAsync();
        _client.Dispose();
        Certificate.Dispose();
    }
}
