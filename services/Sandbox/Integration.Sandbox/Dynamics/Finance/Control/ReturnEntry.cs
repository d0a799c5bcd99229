using Integration.Sandbox.Control;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>A return that a person enters for a sales order.</summary>
internal sealed record ReturnEntry : OrderReference
{
    /// <summary>Customer reference of the return order; usually none.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Items with pieces; without any, all that was delivered.</summary>
    public IReadOnlyList<ParcelLine> Lines { get; init; } = [];
}
