using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.XCart.AddOn;

namespace Integration.XCart.Api55;

/// <summary>Writes that 5.5 takes through the add-on only.</summary>
internal static class AddOnWrite
{
    /// <summary>Why such a write cannot be made now, or null when it can.</summary>
    public static async Task<WriteOutcome?> RefusalAsync(AddOnBridge addOn, string call, string field, CancellationToken ct) => await addOn.StandAsync(ct) switch
    {
        AddOnStand.Unknown unknown => unknown.Outcome,
        { } stand when stand.Can(call) => null,
        AddOnStand.Unused unused => new WriteOutcome.Rejected([new Reason(field, $"The shop's add-on is not used. {unused.Reason} {unused.Fix}")]),
        _ => new WriteOutcome.Rejected([new Reason(field, "X-Cart 5.5 has no way of its own to write this. Install the add-on in the shop, then retry.")]),
    };
}
