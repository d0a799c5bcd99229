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
}
