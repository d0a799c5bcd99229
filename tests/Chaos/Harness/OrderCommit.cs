namespace Integration.Tests.Chaos.Harness;

/// <summary>An order that a stand-in committed.</summary>
/// <param name="Seq">Its place in the stand-in's journal.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reference">The shop's order number, or the ERP's reference of the customer's order.</param>
internal sealed record OrderCommit(long Seq, DateTimeOffset At, string Reference);
