using System.Text.Json;

namespace Integration.Mapping.Reading;

/// <summary>Tables that are part of the assembly.</summary>
internal static class EmbeddedJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static T Read<T>(string name) =>
        JsonSerializer.Deserialize<T>(EmbeddedText.Read(name), Options) ?? throw new InvalidOperationException($"{name} is empty");
}
