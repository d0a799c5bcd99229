using Integration.Contracts.Orders;
using Integration.Contracts.Records;

namespace Integration.Contracts.Erp;

/// <summary>Asks the ERP side to hold this movement of money exactly once.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Number">The order's number in the shop.</param>
/// <param name="ErpOrder">The ERP's order.</param>
/// <param name="Entry">What to book.</param>
/// <param name="Captures">Keys of the captures that a refund or void takes back, oldest first; all of them are in the ERP. Empty for a capture.</param>
/// <param name="Attempt">From 1; a person's retry has the next number.</param>
public sealed record PostPayment(OrderKey Key, string Number, RecordRef ErpOrder, PaymentEntry Entry, IReadOnlyList<string> Captures, int Attempt) : IOrderMessage;
