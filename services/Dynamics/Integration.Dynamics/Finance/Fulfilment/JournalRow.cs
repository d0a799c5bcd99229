using Integration.Dynamics.Finance.Protocol;

namespace Integration.Dynamics.Finance.Fulfilment;

/// <summary>What a journal says of a packing slip; one row per line where it has lines.</summary>
/// <param name="Id">Order and slip.</param>
/// <param name="DeliveredOn">Its calendar date, or null.</param>
/// <param name="Carrier">The carrier; may be empty.</param>
/// <param name="IsActive">False for a version that was cancelled or replaced.</param>
/// <param name="Line">The line, or null.</param>
internal sealed record JournalRow(PackingSlipId Id, DateOnly? DeliveredOn, string Carrier, bool IsActive, FinanceRecord? Line);
