namespace Integration.Dynamics.Finance.Stock;

/// <summary>When Finance &amp; Operations reserves stock for a sales order (enum <c>ItemReservation</c>).</summary>
internal enum Reservation
{
    /// <summary>Not by itself.</summary>
    Manual,

    /// <summary>When a line is made.</summary>
    Automatic,

    /// <summary>When the order is exploded.</summary>
    Explosion,
}
