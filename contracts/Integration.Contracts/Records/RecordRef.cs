namespace Integration.Contracts.Records;

/// <summary>One record of an outside system.</summary>
/// <param name="Entity">The canonical entity: <c>order</c>, <c>customer</c>, <c>shipment</c>, ….</param>
/// <param name="Id">The outside system's own stable key, used to address the record in its API.</param>
/// <param name="Number">What people of that system call the record, such as an order number.</param>
public sealed record RecordRef(string Entity, string Id, string Number);
