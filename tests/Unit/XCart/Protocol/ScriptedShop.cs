using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Integration.Connectors.Http;
using Integration.Connectors.Pairs;
using Integration.XCart;
using Integration.XCart.Setup;
using Microsoft.Extensions.Logging.Abstractions;

namespace Integration.Tests.Unit.XCart.Protocol;

/// <summary>Answers a connector by script and remembers what it was asked.</summary>
internal sealed class ScriptedShop(Func<ScriptedShop.Asked, HttpResponseMessage> answer) : HttpMessageHandler
{
    public const string WriteKey = "rw-key-0001";
    public const string ReadKey = "ro-key-0002";

    public List<Asked> Requests { get; } = [];

    public XCartConnector Connector(ConnectionDefinition? connection = null, TimeProvider? time = null)
    {
        var definition = connection ?? ShopPairs.Shop();
        var http = OutsideHttp.Create(definition, [WriteKey, ReadKey], TimeProvider.System, NullLogger.Instance, this);
        return new XCartConnector(definition, http, new ShopKeys(WriteKey, ReadKey), time ?? TimeProvider.System);
    }

    public static HttpResponseMessage Json(string body, string date = "Sat, 21 Nov 2026 03:20:00 +0000")
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        answer.Headers.TryAddWithoutValidation("Date", date);
        return answer;
    }

    public static HttpResponseMessage Empty(HttpStatusCode status, params (string Name, string Value)[] headers)
    {
        var answer = new HttpResponseMessage(status) { Content = new ByteArrayContent([]) };
        answer.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("text/html; charset=UTF-8");
        foreach (var (name, value) in headers) answer.Headers.TryAddWithoutValidation(name, value);
        return answer;
    }

    /// <summary>Its answer, for scripts made of several.</summary>
    public HttpResponseMessage Ask(Asked asked) => answer(asked);

    public static HttpResponseMessage Problem(HttpStatusCode status, string detail) => new(status)
    {
        Content = new StringContent($$"""{"type":"https://tools.ietf.org/html/rfc2616#section-10","title":"An error occurred","detail":"{{detail}}"}""", Encoding.UTF8, "application/problem+json"),
    };

    public static HttpResponseMessage Page(HttpStatusCode status) => new(status) { Content = new StringContent("<!DOCTYPE html><html></html>", Encoding.UTF8, "text/html") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var asked = new Asked(request.Method.Method, Uri.UnescapeDataString(request.RequestUri!.PathAndQuery), request.Content?.Headers.ContentType?.ToString(), body)
        {
            Headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
        };
        Requests.Add(asked);
        return answer(asked);
    }

    /// <summary>A request as it was sent, its target decoded.</summary>
    internal sealed record Asked(string Method, string Target, string? ContentType, string Body)
    {
        public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

        public bool IsRead => Method == "GET";

        /// <summary>Below <c>/api</c>, without query; empty for calls elsewhere.</summary>
        public string ApiPath => Target.StartsWith("/store/api/", StringComparison.Ordinal) ? Target["/store/api/".Length..].Split('?')[0] : "";

        public bool IsComplex => Target.Contains("_schema=complex", StringComparison.Ordinal);

        public bool Concerns(string path) => Target.Contains($"_path={path}&", StringComparison.Ordinal) || Target.EndsWith($"_path={path}", StringComparison.Ordinal);
    }
}
