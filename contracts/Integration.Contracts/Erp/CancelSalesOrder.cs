using Integration.Contracts.Orders;
using Integration.Contracts.Records;

namespace Integration.Contracts.Erp;

/// <summary>Asks the ERP side to cancel the order, if it is there.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Reference">Our external reference in the ERP.</param>
/// <param name="ErpOrder">The ERP's order when it is known; null when a submission may still be under way.</param>
/// <param name="Reason">Plain words.</param>
/// <param name="UpToAttempt">Submissions up to this number must not be written any more; a later one (the shop took the cancellation back) may.</param>
public sealed record CancelSalesOrder(OrderKey Key, string Reference, RecordRef? ErpOrder, string Reason, int UpToAttempt) : IOrderMessage;
