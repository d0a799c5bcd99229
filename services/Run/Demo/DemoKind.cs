namespace Integration.Run.Demo;

/// <summary>What a demo order is built to show.</summary>
internal enum DemoKind
{
    /// <summary>Goes all the way: in the ERP, shipped, shown as shipped.</summary>
    Good,

    /// <summary>Goes all the way in two parcels.</summary>
    TwoParcels,

    /// <summary>Not paid: waits.</summary>
    Unpaid,

    /// <summary>Holds an item that the ERP does not have: attention.</summary>
    UnknownSku,

    /// <summary>Its parts do not make its total: attention.</summary>
    DoesNotAddUp,

    /// <summary>Held by a flow rule.</summary>
    Held,

    /// <summary>Held by a flow rule and cancelled in the shop before it was sent to the ERP.</summary>
    CancelledBeforeErp,

    /// <summary>Edited in the shop while the ERP's order is open: the ERP's follows, then it is shipped.</summary>
    Amended,

    /// <summary>Cancelled in the shop after the ERP had it: cancelled there.</summary>
    CancelledInErp,

    /// <summary>Authorised at checkout, captured in part once the ERP has it, then shipped.</summary>
    PartlyCaptured,

    /// <summary>Paid, shipped, then part of the money given back in the shop.</summary>
    PartlyRefunded,

    /// <summary>Paid, shipped, then sent back: a return in the ERP.</summary>
    Returned,
}
