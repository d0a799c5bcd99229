using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integration.Contracts.Serialization;

/// <summary>The one JSON form of all contracts: camelCase names, enums by camelCase name, decimals exact, nulls left out.</summary>
public static class ContractsJson
{
    /// <summary>Read-only options for serialising contracts on the broker, in the database and in the operations API.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Lays the same rules over options that somebody else owns, such as the message bus or the web framework.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
