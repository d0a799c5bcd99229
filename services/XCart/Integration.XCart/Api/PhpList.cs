using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integration.XCart.Api;

/// <summary>Reads a list that PHP may have written as an object, because a row was taken out and its array's keys have a gap; null is empty.</summary>
/// <typeparam name="T">Its rows.</typeparam>
internal sealed class PhpList<T> : JsonConverter<IReadOnlyList<T>>
{
    public override bool HandleNull => true;

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var list = JsonDocument.ParseValue(ref reader);
        var rows = list.RootElement.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.Array => list.RootElement.EnumerateArray().ToArray(),
            JsonValueKind.Object => [.. list.RootElement.EnumerateObject().Select(row => row.Value)],
            _ => throw new JsonException("A list was expected."),
        };
        return [.. rows.Select(row => row.Deserialize<T>(options) ?? throw new JsonException("A row of a list is null."))];
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToArray(), options);
}
