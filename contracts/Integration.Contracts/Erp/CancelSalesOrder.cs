using Integration.Contracts.Orders;
using Integration.Contracts.Records;

namespace Integration.Contracts.Erp;

/// <summary>Asks the ERP side to cancel the order, if it is there.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Reference">Our external reference in the ERP.</param>
/// <param name="ErpOrder">The ERP's order when it is known; null when a submission may still be under way.</param>
/// <param name="Reason">Plain words.</param>
public sealed record CancelSalesOrder(OrderKey Key, string Reference, RecordRef? ErpOrder, string Reason) : IOrderMessage;
