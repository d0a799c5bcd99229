namespace Integration.Console.Records;

/// <summary>One record as the lists show it.</summary>
/// <param name="Number">What people call it: first.</param>
/// <param name="Pair">The pair.</param>
/// <param name="Entity">The canonical entity.</param>
/// <param name="RecordId">The storefront's id.</param>
/// <param name="State">One of <see cref="Integration.Contracts.Operations.RecordStates"/>.</param>
/// <param name="ErpNumber">The ERP's number, or null.</param>
/// <param name="Summary">The last thing that happened, in plain words.</param>
/// <param name="FirstAt">First seen, UTC.</param>
/// <param name="LastAt">Last moved, UTC.</param>
public sealed record RecordSummary(
    string Number, string Pair, string Entity, string RecordId, string State, string? ErpNumber, string Summary, DateTimeOffset FirstAt, DateTimeOffset LastAt);
