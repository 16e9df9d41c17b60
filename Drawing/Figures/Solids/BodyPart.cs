namespace Platform.Drawing.Figures.Solids;

/// <summary>What of a figure a solid belongs to. Left is the figure's own left.</summary>
internal enum BodyPart
{
    Prop,
    Head,
    Neck,
    Chest,
    Waist,
    Pelvis,
    LeftUpperArm,
    RightUpperArm,
    LeftForearm,
    RightForearm,
    LeftHand,
    RightHand,
    LeftThigh,
    RightThigh,
    LeftShin,
    RightShin,
    LeftFoot,
    RightFoot,
}
