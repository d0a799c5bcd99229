using System.Text.Json;
using Integration.Connectors.Http;

namespace Integration.XCart.Api55.Protocol;

/// <summary>Bodies of refusals: <c>application/problem+json</c> with a <c>detail</c>, or the firewall's <c>{"message": …}</c>.</summary>
internal static class ErrorBody
{
    private static readonly string[] Texts = ["detail", "message", "hydra:description", "title"];

    /// <summary>What the shop says, or null when it does not say.</summary>
    public static string? TextOf(OutsideAnswer.Answered answer)
    {
        if (!IsJson(answer)) return null;
        try
        {
            using var body = JsonDocument.Parse(answer.Body);
            return body.RootElement.ValueKind == JsonValueKind.Object
                ? Texts.Select(name => body.RootElement.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null).FirstOrDefault(text => text is not null)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>True when the shop's API said it, and not the web server or the shop's pages.</summary>
    public static bool IsJson(OutsideAnswer.Answered answer) =>
        answer.Header("Content-Type") is { } type && type.Contains("json", StringComparison.OrdinalIgnoreCase);
}
