using System.Globalization;
using System.Text.Json.Nodes;

namespace Integration.Sandbox.Dynamics.Entra;

/// <summary>A refusal in the shape of Microsoft Entra ID: OAuth's error, and a description that begins with the number of the cause.</summary>
internal sealed class EntraFault(int status, string error, int number, string text) : Exception(text)
{
    public int Status { get; } = status;

    /// <summary>Seconds after which the caller may come again.</summary>
    public int? RetryAfter { get; init; }

    public static EntraFault Missing(string parameter) =>
        new(400, "invalid_request", 900144, $"The request body must contain the following parameter: '{parameter}'.");

    public static EntraFault InvalidClient(int number, string text) => new(401, "invalid_client", number, text);

    public JsonObject Body(DateTimeOffset now)
    {
        var (trace, correlation, stamp) = (Guid.NewGuid(), Guid.NewGuid(), now.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        return new JsonObject
        {
            ["error"] = error,
            ["error_description"] = $"AADSTS{number}: {Message} Trace ID: {trace} Correlation ID: {correlation} Timestamp: {stamp}",
            ["error_codes"] = new JsonArray(number),
            ["timestamp"] = stamp,
            ["trace_id"] = trace.ToString(),
            ["correlation_id"] = correlation.ToString(),
            ["error_uri"] = $"https://login.microsoftonline.com/error?code={number}",
        };
    }
}
