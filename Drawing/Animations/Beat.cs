namespace Platform.Drawing.Animations;

/// <summary>A key of a choreography, before it is known how many frames the loop has.</summary>
/// <param name="At">When, in loops.</param>
/// <param name="Ease">How it goes on from here to the next beat.</param>
internal readonly record struct Beat(float At, float Value, Easing Ease)
{
    /// <summary>For a limb: as it was drawn.</summary>
    public const double Rest = double.NaN;

    public static implicit operator Beat((double At, double Value) beat) => new((float)beat.At, (float)beat.Value, Easing.Smooth);

    public static implicit operator Beat((double At, double Value, Easing Ease) beat) => new((float)beat.At, (float)beat.Value, beat.Ease);
}
