using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integration.XCart.Api;

/// <summary>Reads a text that PHP may have written as a number or a flag, because its arrays have no types.</summary>
internal sealed class PhpText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
            case JsonTokenType.True:
            case JsonTokenType.False:
                using (var value = JsonDocument.ParseValue(ref reader))
                    return value.RootElement.GetRawText();
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
