using Integration.Connectors.Pairs.Lanes;

namespace Integration.Connectors.TwoWay;

/// <summary>What a pair lets a lane do with records that both sides keep.</summary>
internal sealed record TwoWayRules
{
    /// <summary>The fields that are compared, each with its owner. Others are left alone.</summary>
    public required IReadOnlyDictionary<string, FieldOwner> Owners { get; init; }

    /// <summary>False: nothing is written to the ERP.</summary>
    public bool ToErp { get; init; } = true;

    /// <summary>False: nothing is written to the storefront.</summary>
    public bool ToStorefront { get; init; } = true;

    /// <summary>Whose value counts where two filled-in values differ and nothing was ever agreed; shared: a person decides.</summary>
    public FieldOwner FirstMeeting { get; init; } = FieldOwner.Shared;
}
