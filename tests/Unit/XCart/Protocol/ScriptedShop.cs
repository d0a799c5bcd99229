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

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var asked = new Asked(request.Method.Method, Uri.UnescapeDataString(request.RequestUri!.PathAndQuery), request.Content?.Headers.ContentType?.ToString(), body);
        Requests.Add(asked);
        return answer(asked);
    }

    /// <summary>A request as it was sent, its target decoded.</summary>
    internal sealed record Asked(string Method, string Target, string? ContentType, string Body)
    {
        public bool IsRead => Method == "GET";

        public bool IsComplex => Target.Contains("_schema=complex", StringComparison.Ordinal);

        public bool Concerns(string path) => Target.Contains($"_path={path}&", StringComparison.Ordinal) || Target.EndsWith($"_path={path}", StringComparison.Ordinal);
    }
}
