using Integration.Contracts.Orders;
using Integration.Contracts.Records;

namespace Integration.Contracts.Erp;

/// <summary>Asks the ERP side to bring an order that it took to what the shop shows now, while the ERP lets it be changed.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Order">The order as it is to stand in the ERP.</param>
/// <param name="ErpOrder">The ERP's order.</param>
/// <param name="Revision">Rising per order; an older one than already written is dropped.</param>
/// <param name="Reopen">True when the shop took a cancellation back: an order that is cancelled in the ERP is opened again first.</param>
public sealed record AmendSalesOrder(OrderKey Key, Order Order, RecordRef ErpOrder, int Revision, bool Reopen = false) : IOrderMessage;
