using Integration.Contracts.Orders;
using Integration.Contracts.Records;

namespace Integration.Contracts.OrderToCash;

/// <summary>The ERP holds the order.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Reference">Our external reference in the ERP.</param>
/// <param name="ErpOrder">The ERP's order.</param>
/// <param name="AlreadyThere">True when it was found equal instead of being written now.</param>
public sealed record SalesOrderAccepted(OrderKey Key, string Reference, RecordRef ErpOrder, bool AlreadyThere) : IOrderMessage
{
    /// <summary>The order's status as the write's answer showed it; unknown when it did not, and a reading will tell.</summary>
    public ErpOrderStatus Status { get; init; }

    /// <summary>The ERP's own word for it; empty with an unknown status.</summary>
    public string ErpStatus { get; init; } = "";
}
