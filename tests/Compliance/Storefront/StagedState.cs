namespace Integration.Tests.Compliance.Storefront;

/// <summary>What the storefront itself shows for an order.</summary>
/// <param name="FulfilmentCode">Its status code.</param>
/// <param name="TrackingNumbers">Its tracking numbers, repetitions kept.</param>
/// <param name="StaffNotes">Its staff notes.</param>
/// <param name="Total">Its total.</param>
internal sealed record StagedState(string FulfilmentCode, IReadOnlyList<string> TrackingNumbers, string StaffNotes, decimal Total);
