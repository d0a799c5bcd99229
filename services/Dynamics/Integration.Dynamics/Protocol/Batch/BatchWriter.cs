using System.Globalization;
using System.Text;
using Integration.Connectors.Http;

namespace Integration.Dynamics.Protocol.Batch;

/// <summary>Writes a batch of one change set (OData 4.0 part 1, section 11.7; whole addresses, as Microsoft's own client writes them).</summary>
internal static class BatchWriter
{
    private const string Line = "\r\n";

    /// <summary>The call of a <c>$batch</c>.</summary>
    /// <param name="calls">The calls; each is named by its number from 1.</param>
    /// <param name="address">The environment's address.</param>
    /// <param name="target">Path and query of the batch.</param>
    public static OutsideRequest Request(IReadOnlyList<BatchCall> calls, Uri address, string target)
    {
        var boundary = $"batch_{Guid.NewGuid()}";
        var body = Write(calls, address, boundary);
        return new OutsideRequest
        {
            Method = HttpMethod.Post,
            Target = target,
            Content = () => new ByteArrayContent(body) { Headers = { ContentType = new("multipart/mixed") { Parameters = { new("boundary", boundary) } } } },
            Headers = new Dictionary<string, string> { ["Accept"] = "multipart/mixed" },
        };
    }

    /// <summary>The body of a <c>$batch</c>.</summary>
    /// <param name="calls">The calls; each is named by its number from 1.</param>
    /// <param name="address">The environment's address.</param>
    /// <param name="boundary">Boundary of the batch.</param>
    public static byte[] Write(IReadOnlyList<BatchCall> calls, Uri address, string boundary)
    {
        var set = boundary.Replace("batch_", "changeset_", StringComparison.Ordinal);
        var text = new StringBuilder($"--{boundary}{Line}Content-Type: multipart/mixed; boundary={set}{Line}{Line}");
        for (var index = 0; index < calls.Count; index++)
        {
            var call = calls[index];
            var target = call.Target.StartsWith('$') ? call.Target : new Uri(address, call.Target).AbsoluteUri;
            text.Append(CultureInfo.InvariantCulture, $"--{set}{Line}Content-Type: application/http{Line}Content-Transfer-Encoding: binary{Line}Content-ID: {index + 1}{Line}{Line}");
            text.Append(CultureInfo.InvariantCulture, $"{call.Method.Method} {target} HTTP/1.1{Line}Accept: application/json{Line}Prefer: return=representation{Line}");
            foreach (var (name, value) in call.Headers ?? new Dictionary<string, string>()) text.Append(CultureInfo.InvariantCulture, $"{name}: {value}{Line}");
            if (call.Body is { } body) text.Append(CultureInfo.InvariantCulture, $"Content-Type: application/json{Line}{Line}{JsonText.Of(body)}");
            else text.Append(Line);
            text.Append(Line);
        }

        return Encoding.UTF8.GetBytes(text.Append(CultureInfo.InvariantCulture, $"--{set}--{Line}{Line}--{boundary}--{Line}").ToString());
    }
}
