namespace Integration.OrderToCash.Payments;

/// <summary>How far a movement of money is on its way to the books.</summary>
public enum PaymentStage
{
    /// <summary>Seen in the shop; waits for the ERP's order, for the capture that it takes back, or for the lane to be on.</summary>
    Seen,

    /// <summary>Sent to the ERP's side.</summary>
    Sent,

    /// <summary>The ERP's books show it.</summary>
    Posted,

    /// <summary>On the attention list.</summary>
    Refused,
}
