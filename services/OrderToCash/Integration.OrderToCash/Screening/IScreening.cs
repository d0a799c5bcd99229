using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;

namespace Integration.OrderToCash.Screening;

/// <summary>Decides by the pair's flow document whether an order goes on.</summary>
public interface IScreening
{
    /// <summary>True when a scoring service sends <see cref="OrderScreened"/> for this pair instead of the flow rules.</summary>
    bool IsExternal(string pair);

    /// <summary>Screens the order by the flow rules. A rule that fails holds the order.</summary>
    OrderScreened Screen(Order order);

    /// <summary>How long the ERP's side may take to answer a submission before a person is told.</summary>
    TimeSpan SubmitDeadline(string pair);
}
