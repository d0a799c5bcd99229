using Integration.Contracts.Orders;
using Integration.Mapping.Flows;

namespace Integration.OrderToCash.Screening;

/// <summary>What the pair's flow document says about orders.</summary>
public interface IScreening
{
    /// <summary>The scoring service that is asked about this pair's orders before the rules look at them, or null.</summary>
    ExternalScreening? External(string pair);

    /// <summary>Screens the order by the flow rules. A rule that fails holds the order.</summary>
    ScreeningResult Screen(Order order);

    /// <summary>How long a state may take, by the names of <see cref="FlowDeadlines"/>; null where nobody waits for it.</summary>
    TimeSpan? Deadline(string pair, string name);

    /// <summary>Whether the lane is switched on; a lane that is off reads nothing in the shop.</summary>
    bool IsOn(string pair);

    /// <summary>What the text of the pair's rules is known by: another text, another stamp; empty while no text can be used.</summary>
    string Stamp(string pair);
}
