namespace Integration.Dynamics.Finance.Fulfilment;

/// <summary>Where posted packing slips are read.</summary>
internal enum PackingSlipJournal
{
    /// <summary><c>ShipmentPackingSlipJournalHeaders</c> and <c>-Lines</c>: with what left of each line.</summary>
    Shipment,

    /// <summary><c>CustPackingSlipJourBiEntities</c>: that a slip of an order was posted, without its lines.</summary>
    Sales,
}
