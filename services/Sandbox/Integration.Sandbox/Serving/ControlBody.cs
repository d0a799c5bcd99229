using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Serving;

/// <summary>Reads what control paths are sent.</summary>
internal static class ControlBody
{
    /// <summary>The JSON body; an empty object when there is none.</summary>
    public static async Task<JsonElement> ReadAsync(HttpRequest request)
    {
        using var text = new MemoryStream();
        await request.Body.CopyToAsync(text, request.HttpContext.RequestAborted);
        using var document = text.Length == 0 ? JsonDocument.Parse("{}") : JsonDocument.Parse(text.ToArray());
        return document.RootElement.Clone();
    }

    /// <summary>A span as <c>"00:00:00.200"</c>, or as milliseconds.</summary>
    public static TimeSpan Span(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? TimeSpan.FromMilliseconds(value.GetDouble()) : TimeSpan.Parse(value.GetString()!, CultureInfo.InvariantCulture);

    public static IReadOnlyList<string> Texts(JsonElement value) => [.. value.EnumerateArray().Select(item => item.GetString()!)];
}
