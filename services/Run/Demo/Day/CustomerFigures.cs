using System.Text.Json.Serialization;

namespace Integration.Run.Demo.Day;

/// <summary>The customer lane of the day.</summary>
internal sealed record CustomerFigures
{
    /// <summary>Accounts of the run that the ERP has.</summary>
    [JsonPropertyName("toErp")]
    public required int ToErp { get; init; }

    /// <summary>Changes made in the ERP that the account in the shop shows.</summary>
    [JsonPropertyName("toStore")]
    public required int ToStore { get; init; }

    /// <summary>Our own writes that came back as changes and were recognised, so that nothing was written again.</summary>
    [JsonPropertyName("echoes")]
    public required int Echoes { get; init; }

    /// <summary>Accounts whose field was changed on both sides, with a person now.</summary>
    [JsonPropertyName("conflicts")]
    public required int Conflicts { get; init; }
}
