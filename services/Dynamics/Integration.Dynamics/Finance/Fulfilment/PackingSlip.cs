using Integration.Dynamics.Finance.Protocol;

namespace Integration.Dynamics.Finance.Fulfilment;

/// <summary>A packing slip of one order, put together from its journal and its tracking numbers.</summary>
/// <param name="Id">Order and number.</param>
/// <param name="DeliveredOn">Its calendar date.</param>
/// <param name="IsPosted">False when its newest version was cancelled.</param>
/// <param name="Carrier">The carrier; may be empty.</param>
/// <param name="Lines">The journal's lines for this order; none where only tracking numbers tell of the slip.</param>
/// <param name="TrackingNumbers">Tracking numbers, without repetition.</param>
internal sealed record PackingSlip(
    PackingSlipId Id, DateOnly DeliveredOn, bool IsPosted, string Carrier, IReadOnlyList<FinanceRecord> Lines, IReadOnlyList<string> TrackingNumbers);
