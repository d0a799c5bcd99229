using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integration.XCart.Api;

/// <summary>Reads a flag that PHP may have written as <c>1</c>, <c>"1"</c>, <c>""</c> or null.</summary>
internal sealed class PhpFlag : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False or JsonTokenType.Null => false,
        JsonTokenType.Number => reader.GetDecimal() != 0,
        JsonTokenType.String => reader.GetString() is not ("" or "0" or "N" or "false"),
        _ => throw new JsonException("A flag was expected."),
    };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
