using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Integration.Connectors.Pairs;

/// <summary>One outside system as a pair file describes it. Pairs that name the same connection must describe it equally.</summary>
public sealed record ConnectionDefinition
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
    };

    /// <summary>The connection's name: key of its lease, budget, seats and effects.</summary>
    public required string Name { get; init; }

    /// <summary>The connector's kind, such as <c>xcart</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Base address. HTTPS, or plain HTTP to loopback only.</summary>
    public required Uri Url { get; init; }

    /// <summary>True when the address may be link-local, or a name that leads to this machine. Usual systems are neither.</summary>
    public bool LocalAddresses { get; init; }

    /// <summary>Most calls per minute, or null for no limit of ours.</summary>
    public int? CallsPerMinute { get; init; }

    /// <summary>Most calls at the same time.</summary>
    public int ConcurrentCalls { get; init; } = 4;

    /// <summary>Deadline of one call.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The connector's own settings; each connector parses them strictly.</summary>
    public JsonObject Settings { get; init; } = [];

    /// <summary>The connector's secrets: its own name for each (<c>key</c>) → the name under which the secret store keeps it (<c>xc1-key</c>). Never the value.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>The file it was read from, for error messages.</summary>
    public string File { get; init; } = "";

    /// <summary>The settings as the connector's own type; unknown keys are errors.</summary>
    /// <param name="document">The document that describes them under Settings, such as <c>docs/acumatica.md</c>.</param>
    /// <exception cref="PairFileException">A key is unknown, missing or of another type.</exception>
    public T SettingsAs<T>(string document)
    {
        try
        {
            return Settings.Deserialize<T>(Strict)!;
        }
        catch (JsonException wrong)
        {
            throw Wrong((wrong.Path ?? "$").TrimStart('$', '.'), wrong.Message, $"See {document}, Settings.");
        }
    }

    /// <summary>What is thrown when a setting cannot be used.</summary>
    /// <param name="key">Name of the setting.</param>
    /// <param name="problem">What is wrong, in plain words.</param>
    /// <param name="fix">What to write instead.</param>
    public PairFileException Wrong(string key, string problem, string fix) => new(File, $"{Name}.settings.{key}", problem, fix);
}
