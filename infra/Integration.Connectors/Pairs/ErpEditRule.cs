namespace Integration.Connectors.Pairs;

/// <summary>Where it is told that people in the ERP changed an order.</summary>
public enum ErpEditRule
{
    /// <summary>On the order's timeline.</summary>
    Timeline,

    /// <summary>On the timeline and in the order's staff notes in the shop, where the shop takes them.</summary>
    StaffNote,
}
