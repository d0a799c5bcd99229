using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integration.XCart.Api;

/// <summary>Reads a moment as PHP writes it: ISO 8601 with <c>+00:00</c> or, in its constant DATE_ISO8601, with <c>+0000</c>; or Unix seconds.</summary>
internal sealed class PhpMoment : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number) return DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64());
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() ?? "" : "";
        if (text.Length > 5 && text[^5] is '+' or '-' && text[^4..].All(char.IsAsciiDigit)) text = $"{text[..^2]}:{text[^2..]}";
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : throw new JsonException("A moment was expected.");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
