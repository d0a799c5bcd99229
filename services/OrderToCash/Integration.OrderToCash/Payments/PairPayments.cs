using Integration.Connectors.Pairs;

namespace Integration.OrderToCash.Payments;

/// <summary>By the pair's file.</summary>
internal sealed class PairPayments(PairCatalog catalog) : IPaymentSwitch
{
    public bool IsOn(string pair) => catalog.Pairs.FirstOrDefault(known => known.Name == pair)?.Lanes.Payments is not null;
}
