using Integration.Contracts.OrderToCash;

namespace Integration.Tests.Compliance.Erp;

/// <summary>What an ERP promises; the suite tests exactly that.</summary>
public sealed record ErpFeatures
{
    /// <summary>Refuses a second order with the same reference.</summary>
    public required bool UniqueReference { get; init; }

    /// <summary>Items that can be ordered, one of them with letters outside ASCII.</summary>
    public required IReadOnlyList<string> Skus { get; init; }

    /// <summary>Currencies that can be ordered in.</summary>
    public required IReadOnlyList<string> Currencies { get; init; }

    /// <summary>Most calls of one order's write in the steady state, with its look.</summary>
    public int CallsPerOrder { get; init; } = 2;

    /// <summary>Records per page of a sweep.</summary>
    public required int PageSize { get; init; }

    /// <summary>Records carry change stamps, by which sweeps list them. Without stamps orders are listed whole, with their content, and stock lists no changes.</summary>
    public bool ChangeStamps { get; init; } = true;

    /// <summary>Orders are cancelled over the API. Otherwise it is refused with a reason, and people do it there.</summary>
    public bool Cancels { get; init; } = true;

    /// <summary>A cancelled order can be opened again over the API; means nothing where it cannot be cancelled.</summary>
    public bool Reopens { get; init; } = true;

    /// <summary>The ERP itself keeps a second customer of an e-mail address out.</summary>
    public bool UniqueCustomers { get; init; }

    /// <summary>An order brings its payments along.</summary>
    public bool OrdersCarryPayments { get; init; } = true;

    /// <summary>A line keeps its id when people give it another item. Otherwise another line takes its place.</summary>
    public bool ItemsChangeInPlace { get; init; } = true;

    /// <summary>A confirmed shipment can be opened again and confirmed anew. Otherwise only its tracking number changes, or it is taken back.</summary>
    public bool ReopensShipments { get; init; } = true;

    /// <summary>Money is booked released, or left to accountants, as the lane says. Otherwise somebody posts it there, and what is not posted yet counts as booked.</summary>
    public bool ReleasesMoney { get; init; } = true;

    /// <summary>The answer of an order's write shows the order as it became. Otherwise its first reading does.</summary>
    public bool EchoesOrders { get; init; } = true;

    /// <summary>
    /// Refunds of money are settled against credit memos, and those that people pay out are read with the credits. Otherwise people settle them there, and credit memos alone are read.
    /// </summary>
    public bool SettlesCredits { get; init; } = true;

    /// <summary>What an order is that people hold back for its payment; <see cref="ErpOrderStatus.OnHold"/> where the ERP has no hold of its own for credit.</summary>
    public ErpOrderStatus Held { get; init; } = ErpOrderStatus.CreditHold;
}
