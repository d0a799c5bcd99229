namespace Integration.Contracts.Records;

/// <summary>One record as operators know it: the key of its timeline and attention entries.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Entity">The canonical entity, one of <see cref="Entities"/>.</param>
/// <param name="Id">The record's id: the storefront's where it has one there, else the ERP's.</param>
/// <param name="Number">What people call the record: an order number, a SKU. Never personal data.</param>
public sealed record RecordKey(string Pair, string Entity, string Id, string Number);
